import {type Certificate, type Decoded, decodedValue} from '../certificate/certificate.ts';
import {readDistributionPoints} from '../certificate/distribution-point.ts';
import {readAlternativeName} from '../certificate/extension-values.ts';
import {decodeExtension, type ExtensionReader} from '../certificate/extensions.ts';
import type {PublicKeyKind} from '../certificate/public-key.ts';
import {type DerElement, DerError, DerFields, readEmbedded, requireTag, tags} from '../der/der.ts';
import {type Note, readOid} from '../der/der-values.ts';
import {extensionOids} from '../der/oids.ts';
import {strictNote} from '../der/strict-note.ts';
import {readGeneralName} from '../names/general-name.ts';
import type {CertificateFacts} from './certificate-facts.ts';
import type {PathRole} from './demands.ts';

/** Keys that can do nothing but sign (RFC 8410 and 9295; RFC 9881, section 5). */
const SIGNS_ONLY: ReadonlySet<PublicKeyKind> = new Set(['ed25519', 'ed448', 'ml-dsa']);

/** Usages that are about keeping secrets. */
const SECRECY: ReadonlySet<string> = new Set([
	'keyEncipherment',
	'dataEncipherment',
	'keyAgreement',
	'encipherOnly',
	'decipherOnly',
]);

/**
 * What a certificate breaks of RFC 5280, section 4, that its issuer had to keep and that section 6 does not look at. Each
 * is the rest of a sentence that begins with the certificate.
 */
export function conformanceProblems(facts: CertificateFacts, role: PathRole): readonly string[] {
	return [
		...serialProblems(facts, role),
		...keyIdentifierProblems(facts, role),
		...constraintProblems(facts, role),
		...usageProblems(facts),
		...unreadableProblems(facts),
	];
}

/** Section 4.1.2.2. Roots that people have relied on for long have the number zero, so anchors are not asked. */
function serialProblems({certificate}: CertificateFacts, role: PathRole): readonly string[] {
	const [first = 0] = certificate.serial.octets;
	const isPositive = first < 0x80 && certificate.serial.octets.some(octet => octet !== 0);
	return role === 'anchor' || isPositive
		? []
		: ['has a serial number that is zero or negative; it must be positive (RFC 5280, section 4.1.2.2).'];
}

/** Sections 4.2.1.1 and 4.2.1.2. */
function keyIdentifierProblems({certificate, isCa, isSelfIssued}: CertificateFacts, role: PathRole): readonly string[] {
	const problems: string[] = [];
	const authority = decodedValue(certificate.authorityKeyIdentifier);
	const mayLackAuthority = role === 'anchor' && isSelfIssued && certificate.authorityKeyIdentifier.state === 'absent';
	if (!mayLackAuthority && authority?.keyIdentifier === undefined) {
		problems.push(
			'does not say which key signed it: it lacks an authority key identifier (RFC 5280, section 4.2.1.1).',
		);
	}

	if (authority && (authority.issuer === undefined) !== (authority.serial === undefined)) {
		problems.push('names the issuer or the serial number of its issuer without the other (RFC 5280, section 4.2.1.1).');
	}

	if (isCa && certificate.subjectKeyIdentifier.state === 'absent') {
		problems.push('is a CA and does not name its key: it lacks a subject key identifier (RFC 5280, section 4.2.1.2).');
	}

	return problems;
}

/** Sections 4.1.2.6 and 4.2.1.9 to 4.2.1.11, and 4.2.1.14. */
function constraintProblems(facts: CertificateFacts, role: PathRole): readonly string[] {
	const {certificate, isCa} = facts;
	const problems: string[] = [];
	const constraints = decodedValue(certificate.basicConstraints);
	if (
		role === 'anchor' &&
		certificate.basicConstraints.state === 'present' &&
		!certificate.basicConstraints.isCritical
	) {
		problems.push('does not mark its basicConstraints as critical (RFC 5280, section 4.2.1.9).');
	}

	if (constraints && !constraints.isCa && constraints.pathLength !== undefined) {
		problems.push('limits the length of paths although it is no CA (RFC 5280, section 4.2.1.9).');
	}

	if (isCa && certificate.subject.isEmpty) {
		problems.push('is a CA without a name (RFC 5280, section 4.1.2.6).');
	}

	if (!isCa && facts.nameConstraints.state !== 'absent') {
		problems.push('has name constraints although it is no CA (RFC 5280, section 4.2.1.10).');
	}

	const critical: readonly (readonly [string, Decoded<unknown>, string])[] = [
		['nameConstraints', facts.nameConstraints, '4.2.1.10'],
		['policyConstraints', facts.policyConstraints, '4.2.1.11'],
		['inhibitAnyPolicy', facts.inhibitAnyPolicy, '4.2.1.14'],
	];
	for (const [name, decoded, section] of critical) {
		if (decoded.state === 'present' && !decoded.isCritical) {
			problems.push(`does not mark its ${name} as critical (RFC 5280, section ${section}).`);
		}
	}

	return problems;
}

function usageProblems({certificate}: CertificateFacts): readonly string[] {
	const {keyUsage, publicKey} = certificate;
	const odd = (decodedValue(keyUsage) ?? []).filter(usage => SECRECY.has(usage));
	return SIGNS_ONLY.has(publicKey.kind) && odd.length > 0
		? [`may be used for ${odd.join(', ')}, which its kind of key cannot do (RFC 9295 and 9881).`]
		: [];
}

/** Extensions that no path needs, and that must hold what they are defined to hold all the same. */
function unreadableProblems({certificate}: CertificateFacts): readonly string[] {
	const readers: readonly (readonly [string, string, ExtensionReader<unknown>])[] = [
		['authorityInfoAccess', extensionOids.authorityInformationAccess, readAccessDescriptions],
		['subjectInfoAccess', extensionOids.subjectInformationAccess, readAccessDescriptions],
		['cRLDistributionPoints', extensionOids.cRLDistributionPoints, readDistributionPoints],
		['freshestCRL', extensionOids.freshestCRL, readDistributionPoints],
		['issuerAltName', extensionOids.issuerAlternativeName, readAlternativeName],
	];
	return readers.flatMap(([name, oid, read]) => unreadable(certificate, name, oid, read));
}

function unreadable(
	{extensions}: Certificate,
	name: string,
	oid: string,
	read: ExtensionReader<unknown>,
): readonly string[] {
	const decoded = decodeExtension(extensions, oid, read, strictNote);
	return decoded.state === 'malformed'
		? [`has a ${name} extension that cannot be read: ${decoded.problem.message}.`]
		: [];
}

/** Section 4.2.2.1. @throws {DerError} */
function readAccessDescriptions(element: DerElement, note: Note): void {
	const what = 'the list of places';
	const sequence = readEmbedded(element, 0, what);
	requireTag(sequence, tags.sequence, what);
	const descriptions = [...new DerFields(sequence).rest()];
	if (descriptions.length === 0) {
		throw new DerError('bad-value', sequence.offset, `${what} is empty`);
	}

	for (const description of descriptions) {
		requireTag(description, tags.sequence, 'a place');
		const fields = new DerFields(description);
		readOid(fields.next('The kind of a place'), 'The kind of a place');
		readGeneralName(fields.next('A place'), what, note);
		fields.finish('a place');
	}
}
