import type {Stage} from '../../decide/decision.ts';
import type {Finding} from '../../rules/finding.ts';
import type {Evidence} from '../evidence/evidence.ts';
import {absent} from '../evidence/look.ts';
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
const predictions = new WeakMap<ForAnswer, Predicted>();

/** What the service would answer; the same for the same evidence, and found out once. */
export function predictedFrom(evidence: ForAnswer): Predicted {
	const before = predictions.get(evidence);
	if (before) {
		return before;
	}

	const predicted = predict(wholeOf(evidence));
	predictions.set(evidence, predicted);
	return predicted;
}

/** What of the account is worth a word beside that answer. */
export function noticedInAccount(evidence: ForAnswer): readonly Finding[] {
	return accountFindings(wholeOf(evidence));
}

/** The other parts make no difference to the answer. */
function wholeOf(evidence: ForAnswer): Evidence {
	return {...evidence, config: {config: absent, credentials: absent}, live: absent, lastError: absent};
}

/** Why the service would refuse, as far as it stands under this check. */
export function predictedUnder(check: CheckId, evidence: ForAnswer): readonly Finding[] {
	const {findings, stage} = predictedFrom(evidence);
	const place = stage && CHECK_OF[stage];
	return findings.filter(finding => (isAboutTime(finding) ? 'dates' : place) === check);
}
