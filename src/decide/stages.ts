import {Certificate} from '../pki/certificate.ts';
import {ok, problem, type Result} from '../result.ts';
import type {Finding, Refusal} from '../rules/finding.ts';
import {enforcedCertificateRules} from '../rules/judge-certificate.ts';
import endEntityValidity from '../rules/path/path-end-entity-validity.ts';
import signatureAlgorithm from '../rules/path/path-signature-algorithm.ts';
import {runRule, runRules} from '../rules/run.ts';
import chainLengthRule from '../rules/session/session-chain-length.ts';
import parametersRule from '../rules/session/session-parameters.ts';
import profileEnabled from '../rules/session/session-profile-enabled.ts';
import profileFound from '../rules/session/session-profile-found.ts';
import profileHasRoles from '../rules/session/session-profile-has-roles.ts';
import roleInProfile from '../rules/session/session-role-in-profile.ts';
import roleSessionNameRule from '../rules/session/session-role-session-name.ts';
import signatureRule from '../rules/session/session-signature.ts';
import trustAnchorEnabled from '../rules/session/session-trust-anchor-enabled.ts';
import trustAnchorFound from '../rules/session/session-trust-anchor-found.ts';
import type {AccountState, RolesAnywhereProfile, TrustAnchor} from './account-state.ts';
import {type Refused, refuse} from './decision.ts';
import {findPath} from './path.ts';
import {readSessionParameters, type SessionParameters, validationMessage} from './session-parameters.ts';
import type {SessionRequest} from './session-request.ts';
import {unrecorded} from './unrecorded-words.ts';

/** What later stages go on with, or the refusal. */
export type StageResult<Value> = Result<Value, Refused>;

/** Stage 1: the members of the request and the number of certificates. */
export function judgeShape({parameters, chain}: SessionRequest): StageResult<SessionParameters> {
	const read = readSessionParameters(parameters);
	if (!read.ok) {
		const {findings} = runRule(parametersRule, {problems: read.problem});
		return problem(refuse(findings, {code: 'ValidationException', message: validationMessage(read.problem)}));
	}

	const {findings} = runRule(chainLengthRule, {chainLength: chain.length});
	return passed(read.value, findings, unrecorded.chainTooLong);
}

/** Stage 2: the trust anchor exists here and is enabled. */
export function judgeTrustAnchor(arn: string, {trustAnchors}: AccountState): StageResult<TrustAnchor> {
	const anchor = trustAnchors.find(candidate => candidate.arn === arn);
	if (!anchor) {
		return refusedBy(runRule(trustAnchorFound, {arn, isFound: false}).findings);
	}

	return passed(anchor, runRule(trustAnchorEnabled, anchor).findings, unrecorded.trustAnchorDisabled);
}

/** Stage 3: the signature, which a certificate that cannot be read cannot have made. */
export function judgeSignature({certificate, signature}: SessionRequest): StageResult<Certificate> {
	const read = certificate && Certificate.read(certificate);
	const isReadable = read?.ok === true;
	const reason = signature.isValid
		? isReadable
			? undefined
			: 'the request carries no certificate that can be read'
		: signature.reason;
	const {findings} = runRule(signatureRule, {reason});
	return isReadable ? passed(read.value, findings) : refusedBy(findings);
}

/** Stages 4 and 5: the path to the trust anchor, then what the end-entity certificate itself must be. */
export function judgeCertificate(
	certificate: Certificate,
	{chain}: SessionRequest,
	anchor: TrustAnchor,
	at: Date,
): StageResult<Certificate> {
	const path = findPath({certificate, chain, anchors: anchor.certificates, at}).findings;
	const onPath = path.filter(finding => !isAboutEndEntity(finding));
	if (onPath.length > 0) {
		return refusedBy(onPath);
	}

	const content = runRules(enforcedCertificateRules, {certificate, role: 'end-entity', at});
	const errors = content.filter(({severity}) => severity === 'error');
	const words = errors.find(({refusal}) => refusal)?.refusal;
	const isWeak = path.some(({rule}) => rule === signatureAlgorithm.id);
	return [...errors, ...path].length === 0
		? ok(certificate)
		: problem(refuse([...errors, ...path], words ?? (isWeak ? INSUFFICIENT : unrecorded.endEntityNotValidNow)));
}

/** Stages 7 to 9: the profile, whether it lists the role, and whether it lets the request name the session. */
export function judgeProfile(
	{profileArn, roleArn, roleSessionName}: SessionParameters,
	{profiles}: AccountState,
): StageResult<RolesAnywhereProfile> {
	const profile = profiles.find(({arn}) => arn === profileArn);
	if (!profile) {
		return refusedBy(runRule(profileFound, {arn: profileArn, isFound: false}).findings);
	}

	const {acceptRoleSessionName, roleArns} = profile;
	const unusable = [...runRule(profileEnabled, profile).findings, ...runRule(profileHasRoles, profile).findings];
	const unlisted = runRule(roleInProfile, {roleArn, roleArns}).findings;
	const misnamed = runRule(roleSessionNameRule, {roleSessionName, acceptRoleSessionName}).findings;
	const first = [unusable, unlisted, misnamed].find(findings => findings.length > 0) ?? [];
	return passed(profile, first, unrecorded.profileUnusable);
}

const INSUFFICIENT: Refusal = {
	code: 'AccessDeniedException',
	message: 'Untrusted certificate. Insufficient certificate',
};

/** Findings of the path that the service words as findings of the end-entity certificate (fact sheet, ERR-02, ERR-05). */
function isAboutEndEntity({rule, at}: Finding): boolean {
	return rule === endEntityValidity.id || (rule === signatureAlgorithm.id && at === 'certificate');
}

function passed<Value>(value: Value, findings: readonly Finding[], words?: Refusal): StageResult<Value> {
	return findings.length === 0 ? ok(value) : refusedBy(findings, words);
}

/** Refuses in the words of the first finding that has some. */
function refusedBy(
	findings: readonly Finding[],
	otherwise: Refusal = unrecorded.other,
): {readonly ok: false; readonly problem: Refused} {
	return problem(refuse(findings, findings.find(({refusal}) => refusal)?.refusal ?? otherwise));
}
