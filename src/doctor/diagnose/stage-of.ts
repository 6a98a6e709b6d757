import type {Stage} from '../../decide/decision.ts';
import type {CheckId} from './diagnosis.ts';
import type {Found} from './found.ts';

/** Where the service would come upon what most findings of a check tell. */
const BY_CHECK: Readonly<Partial<Record<CheckId, Stage>>> = {
	key: 'signature',
	certificate: 'end-entity',
	path: 'path',
	arns: 'request',
};

/** Rules whose findings it comes upon elsewhere. */
const BY_RULE: Readonly<Record<string, Stage>> = {
	// What becomes of a name is for STS to judge.
	'ee-common-name-characters': 'assume-role',
	'ee-common-name-length': 'assume-role',
	'ee-joined-attributes': 'assume-role',
	'ee-tag-characters': 'assume-role',
	'ee-tag-count': 'assume-role',
	'issuer-tag-characters': 'assume-role',
	'ee-valid-now': 'end-entity',
	'path-end-entity-validity': 'end-entity',
	'issuer-valid-now': 'path',
	'anchor-valid-now': 'path',
	'path-validity': 'path',
	'path-revoked': 'revocation',
	'session-trust-anchor-found': 'trust-anchor',
	'session-trust-anchor-enabled': 'trust-anchor',
	'session-signature': 'signature',
	'session-profile-found': 'profile',
	'session-profile-enabled': 'profile',
	'session-profile-has-roles': 'profile',
	'session-role-in-profile': 'role-in-profile',
	'session-role-session-name': 'role-session-name',
	'session-role-found': 'assume-role',
	'session-role-trust': 'assume-role',
	'session-duration': 'assume-role',
	'session-source-identity': 'assume-role',
	'session-tag-count': 'assume-role',
	'session-tags-mapped': 'assume-role',
};

/** The step of the service's order at which it would come upon a finding; undefined for what it never sees. */
export function stageOf({finding, check}: Found): Stage | undefined {
	return BY_RULE[finding.rule] ?? BY_CHECK[check];
}
