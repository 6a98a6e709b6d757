import {parseArnOf} from '../../aws/arn.ts';
import type {RolesAnywhereProfileDetail, TrustAnchorDetail} from '../../aws/roles-anywhere-shapes.ts';
import type {
	AccountState,
	AttributeMapping,
	CertificateField,
	Crl,
	Role,
	RolesAnywhereProfile,
	TrustAnchor,
} from '../../decide/account-state.ts';
import {NEEDED_ACTIONS, ROLES_ANYWHERE} from '../../decide/policy/trust.ts';
import {readPem} from '../../pki/intake/pem.ts';
import type {AccountEvidence, CrlEvidence, RoleEvidence} from '../evidence/account.ts';
import type {CommandEvidence} from '../evidence/command.ts';
import type {Evidence} from '../evidence/evidence.ts';
import type {Look} from '../evidence/look.ts';
import {anchorOf, type Missing, missingIf, serviceRegion} from './session-asked-for.ts';

/** The account as far as it was seen; what was not is taken to be in order. */
export interface AccountAsSeen {
	readonly account: AccountState;
	readonly missing: readonly Missing[];
	/** True when nobody saw which attributes become session tags. */
	readonly areMappingsUnseen: boolean;
}

/** What takes the place of what was not seen. */
export interface Assumed {
	/** Of a profile that was not seen. */
	readonly attributeMappings: readonly AttributeMapping[];
	/** True when certificates of the chain may be there without having been seen. */
	readonly isChainUnseen: boolean;
}

/** The account that the request reaches, which is the trust anchor's, in the region that answers. */
export function accountAsSeen(evidence: Evidence, command: CommandEvidence, assumed: Assumed): AccountAsSeen {
	const {order} = command;
	const anchor = anchorOf(order);
	const region = serviceRegion(evidence, command) ?? '';
	const accountId = anchor?.accountId ?? '';
	const isHere = (arn: string, kind: 'trust-anchor' | 'profile') => {
		const parsed = parseArnOf(kind, arn);
		return parsed.ok && parsed.value.region === region && parsed.value.accountId === accountId;
	};
	const {account} = evidence;
	const anchors = partOf<TrustAnchorDetail, TrustAnchor>(account.trustAnchor, order.trustAnchorArn, {
		isPossible: arn => isHere(arn, 'trust-anchor'),
		read: detail => toTrustAnchor(detail, assumed),
		assume: arn => ({arn, isEnabled: true, certificates: 'unseen'}),
	});
	const profiles = partOf<RolesAnywhereProfileDetail, RolesAnywhereProfile>(account.profile, order.profileArn, {
		isPossible: arn => isHere(arn, 'profile'),
		read: toProfile,
		assume: arn => assumedProfile(arn, order.roleArn ?? '', assumed),
	});
	const roles = partOf<RoleEvidence, Role>(account.role, order.roleArn, {
		isPossible: arn => {
			const parsed = parseArnOf('role', arn);
			return parsed.ok && parsed.value.accountId === accountId;
		},
		read: ({arn, trustPolicy, maxSessionDuration}) => ({arn, trustPolicy, maxSessionDuration}),
		assume: arn => ({arn, trustPolicy: OPEN_TRUST_POLICY, maxSessionDuration: LONGEST_SESSION}),
	});
	const isAnchorHidden = !anchors.isAssumed && anchors.values.some(isHidden) && !assumed.isChainUnseen;
	return {
		account: {
			accountId,
			region,
			partition: anchor?.partition ?? '',
			trustAnchors: anchors.values,
			profiles: profiles.values,
			roles: roles.values,
			crls: crlsIn(account),
		},
		areMappingsUnseen: profiles.isAssumed,
		missing: [
			...missingIf(anchors.isAssumed, 'trust-anchor', 'the trust anchor'),
			...missingIf(isAnchorHidden, 'path', "the trust anchor's certificate"),
			...missingIf(account.crls.state === 'unseen', 'revocation', 'the imported revocation lists'),
			...missingIf(profiles.isAssumed, 'profile', 'the Roles Anywhere profile'),
			...missingIf(roles.isAssumed, 'assume-role', 'the role'),
		],
	};
}

interface Reading<Detail, Known> {
	/** False when the ARN names nothing that the service could find. */
	readonly isPossible: (arn: string) => boolean;
	readonly read: (detail: Detail) => Known;
	readonly assume: (arn: string) => Known;
}

function partOf<Detail, Known>(
	look: Look<Detail>,
	arn: string | undefined,
	{isPossible, read, assume}: Reading<Detail, Known>,
): {readonly values: readonly Known[]; readonly isAssumed: boolean} {
	if (arn === undefined || !isPossible(arn) || look.state === 'absent') {
		return {values: [], isAssumed: false};
	}

	return look.state === 'seen'
		? {values: [read(look.value)], isAssumed: false}
		: {values: [assume(arn)], isAssumed: true};
}

function isHidden({certificates}: TrustAnchor): boolean {
	return certificates === 'unseen';
}

function toTrustAnchor({arn, isEnabled, certificates}: TrustAnchorDetail, {isChainUnseen}: Assumed): TrustAnchor {
	return {
		arn,
		isEnabled,
		certificates:
			certificates === undefined || isChainUnseen ? 'unseen' : readPem(certificates).blocks.map(({der}) => der),
	};
}

function toProfile({acceptsRoleSessionName, attributeMappings, ...profile}: RolesAnywhereProfileDetail) {
	return {
		arn: profile.arn,
		isEnabled: profile.isEnabled,
		roleArns: profile.roleArns,
		durationSeconds: profile.durationSeconds,
		acceptRoleSessionName: acceptsRoleSessionName,
		managedPolicyArns: profile.managedPolicyArns,
		attributeMappings: attributeMappings.flatMap(({certificateField, specifiers}) =>
			FIELDS.filter(field => field === certificateField).map(field => ({certificateField: field, specifiers})),
		),
		...(profile.sessionPolicy !== undefined && {sessionPolicy: profile.sessionPolicy}),
	};
}

const FIELDS: readonly CertificateField[] = ['x509Subject', 'x509Issuer', 'x509SAN'];

/** Seconds: no role allows less, and none more (fact sheet, DUR-03, API-09). */
const SHORTEST_SESSION = 900;
const LONGEST_SESSION = 43_200;

function assumedProfile(arn: string, roleArn: string, {attributeMappings}: Assumed): RolesAnywhereProfile {
	return {
		arn,
		isEnabled: true,
		roleArns: [roleArn],
		durationSeconds: SHORTEST_SESSION,
		acceptRoleSessionName: true,
		managedPolicyArns: [],
		attributeMappings,
	};
}

const OPEN_TRUST_POLICY = JSON.stringify({
	Version: '2012-10-17',
	Statement: [{Effect: 'Allow', Principal: {Service: ROLES_ANYWHERE}, Action: NEEDED_ACTIONS}],
});

function crlsIn({crls}: AccountEvidence): readonly Crl[] {
	return crls.state === 'seen' ? crls.value.map(toCrl) : [];
}

function toCrl({arn, isEnabled, trustAnchorArn, data}: CrlEvidence): Crl {
	return {arn, isEnabled, trustAnchorArn, data: Buffer.from(data, 'base64')};
}
