import type {Finding, Refusal} from '../rules/finding.ts';

/** A refusal as it goes over the wire. */
export interface ServiceRefusal extends Refusal {
	/** HTTP status. */
	readonly status: 400 | 403 | 404;
}

/** What a session that the service allows is made of. */
export interface AllowedSession {
	readonly roleArn: string;
	/** `arn:<partition>:sts::<account>:assumed-role/<role without path>/<session name>` */
	readonly assumedRoleArn: string;
	readonly sessionName: string;
	readonly sourceIdentity: string;
	/** Keys without `aws:PrincipalTag/`, such as `x509Subject/CN`. */
	readonly principalTags: Readonly<Record<string, string>>;
	readonly durationSeconds: number;
	/** Percent of what STS can pack; an estimate, since the packing is not documented. */
	readonly packedPolicySize: number;
}

/** What is judged one after the other; a refusal of one stage proves that all before it passed. */
export const STAGES = [
	'request',
	'trust-anchor',
	'signature',
	'path',
	'end-entity',
	'revocation',
	'profile',
	'role-in-profile',
	'role-session-name',
	'assume-role',
] as const;

/** One step of the service's order (fact sheet, 6.1). */
export type Stage = (typeof STAGES)[number];

/** The service's answer to one session request. */
export type Decision =
	| {readonly outcome: 'allowed'; readonly session: AllowedSession}
	| {
			readonly outcome: 'refused';
			/** The first that refused. */
			readonly stage: Stage;
			readonly refusal: ServiceRefusal;
			/** Why, each with its source; never empty. */
			readonly findings: readonly Finding[];
	  };

const STATUS = {AccessDeniedException: 403, ResourceNotFoundException: 404, ValidationException: 400} as const;

/** Adds the HTTP status that a code is answered with (fact sheet, RESP-05). */
export function toServiceRefusal({code, message}: Refusal): ServiceRefusal {
	return {status: STATUS[code], code, message};
}

/** A {@link Decision} that turns the request down. */
export type Refused = Extract<Decision, {outcome: 'refused'}>;

/** Turns a request down; findings that carry a refusal of the service get these words, which may name more. */
export function refuse(stage: Stage, findings: readonly Finding[], words: Refusal): Refused {
	return {
		outcome: 'refused',
		stage,
		refusal: toServiceRefusal(words),
		findings: findings.map(finding => (finding.refusal ? {...finding, refusal: words} : finding)),
	};
}
