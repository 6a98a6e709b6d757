import type {Stage} from '../../decide/decision.ts';
import type {Finding} from '../../rules/finding.ts';
import type {Evidence} from '../evidence/evidence.ts';
import {absent, unseen} from '../evidence/look.ts';
import {accountFindings} from '../predict/account-findings.ts';
import {type Predicted, predict} from '../predict/predict.ts';
import {isAboutTime} from './about-time.ts';
import type {Gathered} from './check.ts';
import type {CheckId} from './diagnosis.ts';

/** What the service's answer depends on. */
export const ANSWER_NEEDS = ['host', 'command', 'files', 'network', 'account'] as const;

/** Evidence that holds all of it. */
export type ForAnswer = Gathered<(typeof ANSWER_NEEDS)[number]>;

/** The check under which what the service would refuse for stands; dates stand under their own. */
const CHECK_OF: Readonly<Record<Stage, CheckId>> = {
	request: 'account',
	'trust-anchor': 'account',
	signature: 'account',
	path: 'path',
	'end-entity': 'path',
	revocation: 'account',
	profile: 'account',
	'role-in-profile': 'account',
	'role-session-name': 'account',
	'assume-role': 'account',
};

/** What was predicted for evidence, which several checks and the diagnosis ask for. */
const predictions = new WeakMap<ForAnswer, readonly Predicted[]>();

/** What the service would answer; the same for the same evidence, and found out once. */
export function predictedFrom(evidence: ForAnswer): Predicted {
	const [first] = answersAhead(evidence);
	return first ?? predict(wholeOf(evidence));
}

/** Why the service would refuse now, or once that is mended, as far as it stands under this check. */
export function predictedUnder(check: CheckId, evidence: ForAnswer): readonly Finding[] {
	return answersAhead(evidence).flatMap(({findings, stage}) => {
		const place = stage && CHECK_OF[stage];
		return findings.filter(finding => (isAboutTime(finding) ? 'dates' : place) === check);
	});
}

/** What of the account is worth a word beside that answer. */
export function noticedInAccount(evidence: ForAnswer): readonly Finding[] {
	return accountFindings(wholeOf(evidence));
}

/** The answer, then the one that would come if what is refused were in order, and so on. */
function answersAhead(evidence: ForAnswer): readonly Predicted[] {
	const before = predictions.get(evidence);
	if (before) {
		return before;
	}

	const answers: Predicted[] = [];
	let ahead: Evidence | undefined = wholeOf(evidence);
	while (ahead) {
		const predicted = predict(ahead);
		const isNew = !answers.some(({stage}) => stage === predicted.stage);
		answers.push(...(isNew ? [predicted] : []));
		ahead = isNew && predicted.stage ? withoutRefused(predicted.stage, ahead) : undefined;
	}

	predictions.set(evidence, answers);
	return answers;
}

/** The other parts make no difference to the answer. */
function wholeOf(evidence: ForAnswer): Evidence {
	return {...evidence, config: {config: absent, credentials: absent}, live: absent, lastError: absent};
}

/** What was not seen is taken to be in order; undefined where nothing more can be told. */
function withoutRefused(stage: Stage, evidence: Evidence): Evidence | undefined {
	const {files, account} = evidence;
	switch (stage) {
		case 'trust-anchor':
			return {...evidence, account: {...account, trustAnchor: UNSEEN}};
		case 'signature':
			return {...evidence, files: {...files, privateKey: UNSEEN}};
		case 'path':
		case 'end-entity':
		case 'revocation':
			return {...evidence, files: {...files, certificate: UNSEEN, intermediates: UNSEEN}};
		case 'profile':
		case 'role-in-profile':
		case 'role-session-name':
			return {...evidence, account: {...account, profile: UNSEEN}};
		default:
			return undefined;
	}
}

const UNSEEN = unseen('nothing-to-look-at', 'It is taken to be in order.');
