import {valueOf as presentValue} from '../certificate/certificate.ts';
import {keyPurposeOids} from '../der/oids.ts';
import type {CertificateFacts} from './certificate-facts.ts';
import {conformanceProblems} from './conformance.ts';
import type {PathDemands, PathRole} from './demands.ts';
import {failureOf, type PathFailure, type PathRequirement, shownTime} from './requirement.ts';

/** What the end-entity certificate is wanted for; `any` does not ask. */
export type PathPurpose = 'client-auth' | 'any';

/** From where a certificate is looked at. */
export interface Standpoint {
	readonly at: Date;
	readonly purpose: PathPurpose;
	readonly demands: PathDemands;
}

/** What is wrong with a certificate as the target of a path, whatever the path. */
export function targetFailures(facts: CertificateFacts, standpoint: Standpoint): readonly PathFailure[] {
	return [
		...soundnessFailures(facts),
		...validityFailures(facts, 'end-entity-validity', standpoint),
		...purposeFailures(facts, standpoint),
		...conformanceFailures(facts, 'target', standpoint),
	];
}

/** What is wrong with a certificate as an issuer or anchor, whatever the path (RFC 5280, sections 6.1.3 and 6.1.4; 5937). */
export function issuerFailures(
	facts: CertificateFacts,
	role: Exclude<PathRole, 'target'>,
	standpoint: Standpoint,
): readonly PathFailure[] {
	return [
		...soundnessFailures(facts),
		...caFailures(facts),
		...validityFailures(facts, 'validity', standpoint),
		...purposeFailures(facts, standpoint),
		...conformanceFailures(facts, role, standpoint),
	];
}

function conformanceFailures(facts: CertificateFacts, role: PathRole, {demands}: Standpoint): readonly PathFailure[] {
	const problems = demands === 'rfc5280' ? conformanceProblems(facts, role) : [];
	return problems.map(what => failureOf('conforming', facts.certificate, what));
}

function soundnessFailures({certificate, soundness}: CertificateFacts): readonly PathFailure[] {
	return soundness.map(({requirement, what}) => failureOf(requirement, certificate, what));
}

/** Section 6.1.4 (k) and (n). Certificates before version 3 cannot say that they are CAs, so they are not. */
function caFailures({certificate, isCa}: CertificateFacts): readonly PathFailure[] {
	const failures: PathFailure[] = [];
	const {version, basicConstraints, keyUsage} = certificate;
	if (!isCa) {
		const why =
			version < 3
				? `it is of version ${version}, which cannot say so`
				: basicConstraints.state === 'absent'
					? 'it has no basicConstraints'
					: 'its basicConstraints leave cA out';
		failures.push(failureOf('ca', certificate, `has issued another certificate and is not marked as a CA: ${why}.`));
	}

	const usages = presentValue(keyUsage);
	if (usages && !usages.includes('keyCertSign')) {
		const what = `has issued another certificate, and its key usage (${usages.join(', ') || 'nothing'}) leaves out keyCertSign.`;
		failures.push(failureOf('key-cert-sign', certificate, what));
	}

	return failures;
}

/** Section 6.1.3 (a) (2); both ends belong to the time of validity. */
function validityFailures(
	{certificate}: CertificateFacts,
	requirement: PathRequirement,
	{at}: Standpoint,
): readonly PathFailure[] {
	const {notBefore, notAfter} = certificate.validity;
	if (at < notBefore) {
		const what = `is not valid before ${shownTime(notBefore)}, and the time asked about is ${shownTime(at)}.`;
		return [failureOf(requirement, certificate, what)];
	}

	return at > notAfter
		? [
				failureOf(
					requirement,
					certificate,
					`expired at ${shownTime(notAfter)}, and the time asked about is ${shownTime(at)}.`,
				),
			]
		: [];
}

const PURPOSE_NAMES: ReadonlyMap<string, string> = new Map(
	Object.entries(keyPurposeOids).map(([name, oid]) => [oid, name]),
);

/** Section 4.2.1.12; issuers are held to it too, as all widely used programs do. */
function purposeFailures({certificate}: CertificateFacts, {purpose}: Standpoint): readonly PathFailure[] {
	const purposes = presentValue(certificate.extendedKeyUsage);
	const isFree = purpose === 'any' || !purposes;
	if (isFree || purposes.includes(keyPurposeOids.clientAuth) || purposes.includes(keyPurposeOids.any)) {
		return [];
	}

	const what = `is limited to ${shownPurposes(purposes)}, and a client must prove itself (clientAuth).`;
	return [failureOf('purpose', certificate, what)];
}

/** Extended key usages in a sentence. */
export function shownPurposes(purposes: readonly string[]): string {
	return purposes
		.slice(0, 5)
		.map(oid => PURPOSE_NAMES.get(oid) ?? oid)
		.join(', ');
}
