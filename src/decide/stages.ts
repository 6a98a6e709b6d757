import {Certificate} from '../pki/certificate/certificate.ts';
import {ok, problem, type Result} from '../result.ts';
import type {Finding, Refusal} from '../rules/finding.ts';
import {enforcedCertificateRules} from '../rules/judge-certificate.ts';
import criticalExtension from '../rules/path/path-critical-extension.ts';
import endEntityValidity from '../rules/path/path-end-entity-validity.ts';
import signatureAlgorithm from '../rules/path/path-signature-algorithm.ts';
import sound from '../rules/path/path-sound.ts';
import {INSUFFICIENT_CERTIFICATE} from '../rules/refusals.ts';
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
import {type Refused, refuse, type Stage} from './decision.ts';
import {findPath} from './path.ts';
import {judgeRevocation} from './revocation.ts';
import {readSessionParameters, type SessionParameters, validationMessage} from './session-parameters.ts';
import type {SessionRequest} from './session-request.ts';
import {unrecorded} from './unrecorded-words.ts';

/** What later stages go on with, or the refusal. */
export type StageResult<Value> = Result<Value, Refused>;

/** The members of the request and the number of certificates. */
export function judgeShape({parameters, chain}: SessionRequest): StageResult<SessionParameters> {
	const read = readSessionParameters(parameters);
	if (!read.ok) {
		const {findings} = runRule(parametersRule, {problems: read.problem});
		const words = {code: 'ValidationException', message: validationMessage(read.problem)} as const;
		return problem(refuse('request', findings, words));
	}

	const {findings} = runRule(chainLengthRule, {chainLength: chain.length});
	return passUnless('request', findings, read.value, unrecorded.chainTooLong);
}

/** The trust anchor exists here and is enabled. */
export function judgeTrustAnchor(arn: string, {trustAnchors}: AccountState): StageResult<TrustAnchor> {
	const anchor = trustAnchors.find(candidate => candidate.arn === arn);
	if (!anchor) {
		return refusedBy('trust-anchor', runRule(trustAnchorFound, {arn, isFound: false}).findings);
	}

	const {findings} = runRule(trustAnchorEnabled, anchor);
	return passUnless('trust-anchor', findings, anchor, unrecorded.trustAnchorDisabled);
}

/** The signature, which a certificate that cannot be read cannot have made. */
export function judgeSignature({certificate, signature}: SessionRequest): StageResult<Certificate> {
	const read = certificate && Certificate.read(certificate);
	if (read?.ok && signature.isValid) {
		return ok(read.value);
	}

	const reason = signature.isValid ? 'the request carries no certificate that can be read' : signature.reason;
	return refusedBy('signature', runRule(signatureRule, {reason}).findings);
}

/** The path to the trust anchor, and gives it; then what the end-entity certificate itself must be. */
export function judgeCertificate(
	certificate: Certificate,
	{chain}: SessionRequest,
	anchor: TrustAnchor,
	at: Date,
): StageResult<readonly [Certificate, ...Certificate[]]> {
	const {certificates} = anchor;
	const isSeen = certificates !== 'unseen';
	const found = findPath({certificate, chain, anchors: isSeen ? certificates : [], at});
	const path = found.findings.filter(finding => isSeen || isAboutEndEntity(finding));
	const onPath = path.filter(finding => !isAboutEndEntity(finding));
	if (onPath.length > 0) {
		return refusedBy('path', onPath);
	}

	const content = runRules(enforcedCertificateRules, {certificate, role: 'end-entity', at});
	const errors = content.filter(({severity}) => severity === 'error');
	const findings = [...errors, ...path];
	const isUnfit = path.some(({rule}) => OWN_RULES.has(rule));
	const words =
		errors.find(({refusal}) => refusal)?.refusal ??
		(isUnfit ? INSUFFICIENT_CERTIFICATE : unrecorded.endEntityNotValidNow);
	return findings.length === 0
		? ok([certificate, ...found.certificates.slice(1)])
		: problem(refuse('end-entity', findings, words));
}

/** That no enabled list of the trust anchor revokes a certificate of the path. */
export function judgeLists(
	path: readonly [Certificate, ...Certificate[]],
	{arn}: TrustAnchor,
	account: AccountState,
	at: Date,
): StageResult<Certificate> {
	return passUnless('revocation', judgeRevocation(path, arn, account, at), path[0]);
}

/** The profile, whether it lists the role, and whether it lets the request name the session. */
export function judgeProfile(
	{profileArn, roleArn, roleSessionName}: SessionParameters,
	{profiles}: AccountState,
): StageResult<RolesAnywhereProfile> {
	const profile = profiles.find(({arn}) => arn === profileArn);
	if (!profile) {
		return refusedBy('profile', runRule(profileFound, {arn: profileArn, isFound: false}).findings);
	}

	const unusable = [...runRule(profileEnabled, profile).findings, ...runRule(profileHasRoles, profile).findings];
	if (unusable.length > 0) {
		return refusedBy('profile', unusable, unrecorded.profileUnusable);
	}

	const unlisted = runRule(roleInProfile, {roleArn, roleArns: profile.roleArns}).findings;
	if (unlisted.length > 0) {
		return refusedBy('role-in-profile', unlisted);
	}

	const {acceptRoleSessionName} = profile;
	const {findings} = runRule(roleSessionNameRule, {roleSessionName, acceptRoleSessionName});
	return passUnless('role-session-name', findings, profile);
}

/** Rules of the path that, when the end-entity certificate itself breaks them, are about it and not about the path. */
const OWN_RULES: ReadonlySet<string> = new Set([signatureAlgorithm.id, sound.id, criticalExtension.id]);

/** Findings of the path that the service words as findings of the end-entity certificate (fact sheet, ERR-02, ERR-05). */
function isAboutEndEntity({rule, at}: Finding): boolean {
	return rule === endEntityValidity.id || (at === 'certificate' && OWN_RULES.has(rule));
}

function passUnless<Value>(
	stage: Stage,
	findings: readonly Finding[],
	value: Value,
	words?: Refusal,
): StageResult<Value> {
	return findings.length === 0 ? ok(value) : refusedBy(stage, findings, words);
}

/** Refuses in the words of the first finding that has some. */
function refusedBy(
	stage: Stage,
	findings: readonly Finding[],
	otherwise: Refusal = unrecorded.other,
): {readonly ok: false; readonly problem: Refused} {
	const words = findings.find(({refusal}) => refusal)?.refusal ?? otherwise;
	return problem(refuse(stage, findings, words));
}
