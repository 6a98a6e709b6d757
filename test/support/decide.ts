import type {AccountState, Role, RolesAnywhereProfile} from '../../src/decide/account-state.ts';
import {DEFAULT_MAPPINGS} from '../../src/decide/identity.ts';
import type {SessionRequest} from '../../src/decide/session-request.ts';
import {pki} from './certificates.ts';

const ACCOUNT = '111122223333';
const REGION = 'us-east-1';

/** Names in the account that {@link sessionForTest} makes. */
export const names = {
	anchor: `arn:aws:rolesanywhere:${REGION}:${ACCOUNT}:trust-anchor/11111111-2222-4333-8444-555555555555`,
	profile: `arn:aws:rolesanywhere:${REGION}:${ACCOUNT}:profile/aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee`,
	role: `arn:aws:iam::${ACCOUNT}:role/app/Uploader`,
} as const;

/** A trust policy that lets any certificate in. */
export const openTrustPolicy = JSON.stringify({
	Version: '2012-10-17',
	Statement: [
		{
			Effect: 'Allow',
			Principal: {Service: 'rolesanywhere.amazonaws.com'},
			Action: ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'],
		},
	],
});

/** How a session is to differ from one that is allowed. */
export interface SessionDiffersBy {
	readonly request?: Partial<SessionRequest>;
	/** Members of the request, beside the three ARNs or instead of them. */
	readonly parameters?: Readonly<Record<string, unknown>>;
	readonly anchor?: Partial<AccountState['trustAnchors'][number]>;
	readonly profile?: Partial<RolesAnywhereProfile>;
	readonly role?: Partial<Role>;
	readonly account?: Partial<AccountState>;
}

/** A session request that is allowed, with its account, but for what is named. */
export async function sessionForTest(
	differsBy: SessionDiffersBy = {},
): Promise<{readonly request: SessionRequest; readonly account: AccountState}> {
	const {root, issuing, endEntity} = await pki();
	const request = {
		certificate: endEntity.der,
		chain: [issuing.der],
		signature: {isValid: true} as const,
		parameters: {
			trustAnchorArn: names.anchor,
			profileArn: names.profile,
			roleArn: names.role,
			...differsBy.parameters,
		},
		...differsBy.request,
	};
	const profile = {
		arn: names.profile,
		isEnabled: true,
		roleArns: [names.role],
		durationSeconds: 3600,
		acceptRoleSessionName: false,
		managedPolicyArns: [],
		attributeMappings: DEFAULT_MAPPINGS,
		...differsBy.profile,
	};
	const account = {
		accountId: ACCOUNT,
		region: REGION,
		partition: 'aws',
		trustAnchors: [{arn: names.anchor, isEnabled: true, certificates: [root.der], ...differsBy.anchor}],
		profiles: [profile],
		roles: [{arn: names.role, trustPolicy: openTrustPolicy, maxSessionDuration: 3600, ...differsBy.role}],
		crls: [],
		...differsBy.account,
	};
	return {request, account};
}
