import type {AttributeMapping} from '../../decide/account-state.ts';
import {decide, decideWithoutCertificate} from '../../decide/decide.ts';
import {type Decision, type Refused, STAGES, type Stage} from '../../decide/decision.ts';
import {DEFAULT_MAPPINGS} from '../../decide/identity.ts';
import type {Finding} from '../../rules/finding.ts';
import type {Prediction} from '../diagnose/diagnosis.ts';
import type {CommandEvidence} from '../evidence/command.ts';
import type {Evidence} from '../evidence/evidence.ts';
import {seenIn} from '../evidence/look.ts';
import {type AccountAsSeen, accountAsSeen} from './account-as-seen.ts';
import {asksForSession} from './asks-for-session.ts';
import {type Helper, presentableCertificates} from './presented-certificates.ts';
import {
	type AskedFor,
	helpersAtHand,
	type Missing,
	missingIf,
	serviceTime,
	sessionAskedFor,
} from './session-asked-for.ts';

/** What the service would answer, and why. */
export interface Predicted {
	readonly prediction: Prediction;
	/** Why it would refuse; empty when it would not, or when too little was seen to tell. */
	readonly findings: readonly Finding[];
	/** The step of the service's order that would refuse (fact sheet, 6.1). */
	readonly stage?: Stage;
}

/**
 * What the service would answer to the request that the evidence describes, signed by this machine's clock, by the very
 * function that the rehearsal answers with, at the service's time.
 *
 * Goes as far as what was seen allows: what was not seen is taken to be in order, and a refusal that comes all the same
 * is predicted, with what it takes for granted. A session is predicted only when everything was seen. The two helpers
 * send different requests from the same files; where it cannot be told which is run, what both come to counts. Pure;
 * never throws.
 */
export function predict(evidence: Evidence): Predicted {
	const command = seenIn(evidence.command);
	if (command === undefined) {
		return unknown('what clients are told to run');
	}

	if (!asksForSession(command)) {
		return unknown('what the program that clients run asks for');
	}

	const helpers = helpersAtHand(command);
	const trials = helpers.flatMap(helper => tryAs(evidence, command, helper));
	const missing = trials.flatMap(trial => trial.missing);
	const refusals = trials.flatMap(({decision}) => (decision?.outcome === 'refused' ? [decision] : []));
	const [refused] = refusals;
	if (refused && refusals.length === trials.length) {
		const isOneAnswer = refusals.every(other => other.refusal.message === refused.refusal.message);
		return refusedBy(refused, [...missing, ...missingIf(!isOneAnswer && helpers.length > 1, 'request', WHICH_HELPER)]);
	}

	const sessions = trials.flatMap(({decision}) => (decision?.outcome === 'allowed' ? [decision.session] : []));
	const [session] = sessions;
	if (missing.length > 0 || session === undefined) {
		return unknown(listOf(missing));
	}

	const {assumedRoleArn, durationSeconds} = session;
	const isOneAnswer =
		sessions.length === trials.length &&
		sessions.every(other => other.assumedRoleArn === assumedRoleArn && other.durationSeconds === durationSeconds);
	return isOneAnswer
		? {prediction: {state: 'granted', assumedRoleArn, durationSeconds}, findings: []}
		: unknown(WHICH_HELPER);
}

const WHICH_HELPER = 'which helper is run';

/** What would come of one way in which the unseen may be. */
interface Trial {
	/** Undefined when nothing can be said without the certificate. */
	readonly decision: Decision | undefined;
	readonly missing: readonly Missing[];
}

/** Where nobody saw which certificate the key belongs to, each is tried. */
function tryAs(evidence: Evidence, command: CommandEvidence, helper: Helper): readonly Trial[] {
	return presentableCertificates(evidence.files, helper).flatMap(presented =>
		tryWith(evidence, command, sessionAskedFor(evidence, command, helper, presented)),
	);
}

/** Where nobody saw which attributes become tags, all and none of them are tried. */
function tryWith(evidence: Evidence, command: CommandEvidence, asked: AskedFor): readonly Trial[] {
	const accountWith = (attributeMappings: readonly AttributeMapping[]) =>
		accountAsSeen(evidence, command, {attributeMappings, isChainUnseen: asked.isChainUnseen});
	const seen = accountWith([]);
	const accounts = seen.areMappingsUnseen ? [seen, accountWith(DEFAULT_MAPPINGS)] : [seen];
	const at = serviceTime(evidence);
	return accounts.map(account => ({
		decision: decideAsSeen(asked, account, at),
		missing: [...asked.missing, ...account.missing],
	}));
}

function decideAsSeen(
	{request, certificate}: AskedFor,
	{account, areMappingsUnseen}: AccountAsSeen,
	at: Date,
): Decision | undefined {
	if (!certificate) {
		return decideWithoutCertificate(request, account);
	}

	const decision = decide(request, account, at);
	const isAboutTags =
		decision.outcome === 'refused' &&
		decision.stage === 'assume-role' &&
		areMappingsUnseen &&
		account.roles.some(({trustPolicy}) => /principaltag/i.test(trustPolicy));
	return isAboutTags ? undefined : decision;
}

/** Only what would have been judged before it, or with it, may still make a difference. */
function refusedBy({stage, refusal: {code, message}, findings}: Refused, missing: readonly Missing[]): Predicted {
	const before = missing.filter(one => STAGES.indexOf(one.stage) <= STAGES.indexOf(stage));
	return {
		prediction: {
			state: 'refused',
			code,
			message,
			isRecorded: findings.some(({refusal}) => refusal !== undefined),
			...(before.length > 0 && {provided: listOf(before)}),
		},
		findings,
		stage,
	};
}

function listOf(missing: readonly Missing[]): string {
	return [...new Set(missing.map(({what}) => what))].join(', ');
}

function unknown(missing: string): Predicted {
	return {prediction: {state: 'unknown', missing}, findings: []};
}
