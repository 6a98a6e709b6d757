import {MAX_SESSION_TAGS} from '../aws/session-tag.ts';
import type {Certificate} from '../pki/certificate/certificate.ts';
import {printable} from '../printable.ts';
import type {Finding} from '../rules/finding.ts';
import {runRule} from '../rules/run.ts';
import durationRule from '../rules/session/session-duration.ts';
import roleFound from '../rules/session/session-role-found.ts';
import roleTrust from '../rules/session/session-role-trust.ts';
import sourceIdentityRule from '../rules/session/session-source-identity.ts';
import tagCount from '../rules/session/session-tag-count.ts';
import tagsMapped from '../rules/session/session-tags-mapped.ts';
import type {AccountState, Role, RolesAnywhereProfile} from './account-state.ts';
import {type AllowedSession, type Decision, type Refused, refuse} from './decision.ts';
import {
	type PrincipalTags,
	principalTagsOf,
	sessionNameOf,
	sourceIdentityOf,
	sourceIdentityProblem,
	type UnmappedAttributes,
} from './identity.ts';
import {judgeTrustPolicy, reasonsAgainst} from './policy/trust.ts';
import type {SessionParameters} from './session-parameters.ts';

/** What STS is asked for once the service itself has nothing against the request. */
export interface AssumeRoleInput {
	readonly parameters: SessionParameters;
	readonly certificate: Certificate;
	readonly profile: RolesAnywhereProfile;
	readonly account: AccountState;
	readonly at: Date;
}

interface Identity extends PrincipalTags {
	readonly sourceIdentity: string;
	readonly sessionName: string;
}

/**
 * The last stage: STS assumes the role with the certificate's source identity and tags.
 * In the order trust policy, tags, duration (fact sheet, 6.1).
 */
export function assumeRole(input: AssumeRoleInput): Decision {
	const {parameters, certificate, profile, account} = input;
	const identity = {
		...principalTagsOf(certificate, profile.attributeMappings),
		sourceIdentity: sourceIdentityOf(certificate),
		sessionName: parameters.roleSessionName ?? sessionNameOf(certificate),
	};
	const role = account.roles.find(({arn}) => arn === parameters.roleArn);
	const untrusted = role ? judgeTrust(role, identity, input) : findMissing(parameters.roleArn);
	if (untrusted.length > 0) {
		return refuseRole(parameters.roleArn, untrusted, identity.unmapped);
	}

	const durationSeconds = Math.min(profile.durationSeconds, parameters.durationSeconds ?? profile.durationSeconds);
	const tooLong = role ? runRule(durationRule, {...role, durationSeconds}).findings : [];
	if (tooLong.length > 0) {
		const message = `${unableTo(parameters.roleArn)} ${durationRule.refusal?.message}`;
		return refuse('assume-role', tooLong, {code: 'AccessDeniedException', message});
	}

	return {outcome: 'allowed', session: describeSession(input, identity, durationSeconds)};
}

function findMissing(arn: string): readonly Finding[] {
	return runRule(roleFound, {arn, isFound: false}).findings;
}

function judgeTrust(role: Role, identity: Identity, {parameters, account, at}: AssumeRoleInput): readonly Finding[] {
	const {sourceIdentity, sessionName, tags} = identity;
	const verdict = judgeTrustPolicy(role.trustPolicy, {
		trustAnchorArn: parameters.trustAnchorArn,
		accountId: account.accountId,
		sourceIdentity,
		sessionName,
		principalTags: tags,
		at,
	});
	return [
		...runRule(roleTrust, {reasons: reasonsAgainst(verdict)}).findings,
		...runRule(sourceIdentityRule, {sourceIdentity, problem: sourceIdentityProblem(sourceIdentity)}).findings,
		...runRule(tagCount, {count: Object.keys(tags).length, maximum: MAX_SESSION_TAGS}).findings,
	];
}

/** Attributes that became no tags are named after the refusal, since they are often behind it (fact sheet, TAG-06). */
function refuseRole(roleArn: string, findings: readonly Finding[], unmapped: UnmappedAttributes): Refused {
	const [issuer, subject, san] = [unmapped.issuer, unmapped.subject, unmapped.san];
	const all = [
		...issuer.map(attribute => `issuer ${attribute}`),
		...subject.map(attribute => `subject ${attribute}`),
		...san.map(attribute => `subject alternative name ${attribute}`),
	];
	const hint =
		all.length === 0
			? ''
			: ` ${tagsMapped.refusal?.message} Issuer: ${bracketed(issuer)}; Subject: ${bracketed(subject)}; SAN: ${bracketed(san)}`;
	const message = `${unableTo(roleArn)}${hint}`;
	return refuse('assume-role', [...findings, ...runRule(tagsMapped, {unmapped: all}).findings], {
		code: 'AccessDeniedException',
		message,
	});
}

function describeSession(
	{parameters: {roleArn}, profile, account}: AssumeRoleInput,
	{sessionName, sourceIdentity, tags}: Identity,
	durationSeconds: number,
): AllowedSession {
	const roleName = roleArn.slice(roleArn.lastIndexOf('/') + 1);
	return {
		roleArn,
		assumedRoleArn: `arn:${account.partition}:sts::${account.accountId}:assumed-role/${roleName}/${sessionName}`,
		sessionName,
		sourceIdentity,
		principalTags: tags,
		durationSeconds,
		packedPolicySize: estimatePackedSize(profile, tags),
	};
}

/** Characters that the packed form is taken to hold at most; our estimate, and nothing is refused by it. */
const PACKED_CHARACTERS = 4096;

function estimatePackedSize(
	{sessionPolicy = '', managedPolicyArns}: RolesAnywhereProfile,
	tags: Readonly<Record<string, string>>,
): number {
	const characters = [sessionPolicy, ...managedPolicyArns, ...Object.entries(tags).flat()].join('').length;
	return Math.min(100, Math.ceil((characters * 100) / PACKED_CHARACTERS));
}

function unableTo(roleArn: string): string {
	return `Unable to assume role for ${printable(roleArn)}.`;
}

function bracketed(names: readonly string[]): string {
	return `[ ${names.join(', ')} ]`;
}
