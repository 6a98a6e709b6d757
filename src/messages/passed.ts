import type {Stage} from '../decide/decision.ts';

/** What each stage of CreateSession proves once it is passed, in the service's order (fact sheet, 6.1). */
const PROVES: Readonly<Record<Stage, string>> = {
	request: 'the request is well formed',
	'trust-anchor': 'the trust anchor is there',
	signature: 'key, certificate and clock agree',
	path: 'a chain leads to the trust anchor',
	'end-entity': 'the certificate is fit for it',
	revocation: 'the certificate is not revoked',
	profile: 'the Roles Anywhere profile is there and enabled',
	'role-in-profile': 'the profile lists the role',
	'role-session-name': 'the name of the session is accepted',
	'assume-role': 'the role may be assumed',
};

/** Stages that passed before one refused, each in words; none when no stage is known to have refused. */
export function passedBefore(stage: Stage | undefined): readonly string[] {
	const stages = Object.entries(PROVES);
	const at = stages.findIndex(([name]) => name === stage);
	return stages.slice(0, Math.max(at, 0)).map(([, words]) => words);
}
