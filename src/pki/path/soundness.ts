import {type Certificate, type Decoded, type Extension, valueOf as presentValue} from '../certificate/certificate.ts';
import {readDistributionPoints} from '../certificate/distribution-point.ts';
import {readAlternativeName, readExtendedKeyUsage} from '../certificate/extension-values.ts';
import {decodeExtension, type ExtensionReader} from '../certificate/extensions.ts';
import {readDer, tags} from '../der/der.ts';
import {extensionOids} from '../der/oids.ts';
import {strictNote} from '../der/strict-note.ts';
import type {CertificateFacts} from './certificate-facts.ts';

/** Why a certificate is not one as RFC 5280, section 4, means it, or cannot be relied on whatever the path. */
export interface SoundnessProblem {
	readonly requirement: 'sound' | 'critical-extension';
	/** Goes on after the certificate's name. */
	readonly what: string;
}

/** Extensions whose content is judged here, by name for messages. */
const NAMES: ReadonlyMap<string, string> = new Map(Object.entries(extensionOids).map(([name, oid]) => [oid, name]));

/** Those that may be critical: every one is processed, or has nothing in it that a path needs (section 4.2). */
const MAY_BE_CRITICAL: ReadonlySet<string> = new Set([
	extensionOids.keyUsage,
	extensionOids.subjectAlternativeName,
	extensionOids.issuerAlternativeName,
	extensionOids.basicConstraints,
	extensionOids.nameConstraints,
	extensionOids.cRLDistributionPoints,
	extensionOids.certificatePolicies,
	extensionOids.policyMappings,
	extensionOids.policyConstraints,
	extensionOids.extendedKeyUsage,
	extensionOids.inhibitAnyPolicy,
]);

/** Those that conforming CAs must never mark critical (sections 4.2.1.1, 4.2.1.2, 4.2.1.15, 4.2.2). */
const NEVER_CRITICAL: ReadonlySet<string> = new Set([
	extensionOids.authorityKeyIdentifier,
	extensionOids.subjectKeyIdentifier,
	extensionOids.freshestCRL,
	extensionOids.authorityInformationAccess,
	extensionOids.subjectInformationAccess,
]);

/** In octets, a leading zero for the sign not counted (section 4.1.2.2). */
const MAX_SERIAL_OCTETS = 20;

/** Everything about the certificate by itself that no path can make good. */
export function soundnessProblems(facts: CertificateFacts): readonly SoundnessProblem[] {
	const {certificate} = facts;
	const sound = [...frameProblems(certificate), ...nameProblems(certificate), ...contentProblems(facts)];
	return [...sound.map(what => ({requirement: 'sound' as const, what})), ...criticalProblems(certificate.extensions)];
}

function frameProblems(certificate: Certificate): readonly string[] {
	const {version, extensions, serial} = certificate;
	const problems: string[] = [];
	if (version < 1 || version > 3) {
		problems.push(`says that it is of version ${version}, which does not exist.`);
	} else if (version < 3 && extensions.length > 0) {
		problems.push(`has extensions although it is of version ${version}; only version 3 has them.`);
	}

	const [first, second] = serial.octets;
	if (serial.octets.length > MAX_SERIAL_OCTETS + (first === 0 ? 1 : 0)) {
		problems.push(`has a serial number of ${serial.octets.length} bytes; ${MAX_SERIAL_OCTETS} are allowed.`);
	}

	const isPadded = (first === 0 && (second ?? 0xff) < 0x80) || (first === 0xff && (second ?? 0) >= 0x80);
	if (serial.octets.length > 1 && isPadded) {
		problems.push('has a serial number that is not written the shortest way, so it is not DER.');
	}

	if (Buffer.compare(certificate.signatureAlgorithm.der, certificate.tbsSignatureAlgorithm.der) !== 0) {
		problems.push('names one signature algorithm inside its signed part and another outside.');
	}

	return [...problems, ...timeProblems(certificate)];
}

/** Dates must be to the second and end in Z (section 4.1.2.5). */
function timeProblems({tbs}: Certificate): readonly string[] {
	const outer = readDer(tbs);
	const children = outer.ok ? outer.value.children() : undefined;
	const fields = children?.ok ? children.value.filter(({identifier}) => identifier === tags.sequence) : [];
	const validity = fields[2]?.children();
	const isLoose = (validity?.ok ? validity.value : []).some(({identifier, contents}) => {
		const text = Buffer.from(contents).toString('latin1');
		return !(identifier === tags.utcTime ? /^\d{12}Z$/ : /^\d{14}Z$/).test(text);
	});
	return isLoose ? ['writes its dates in a form that certificates must not use (to the second, ending in Z).'] : [];
}

function nameProblems({issuer, subject, subjectAlternativeName}: Certificate): readonly string[] {
	const problems = issuer.isEmpty ? ['names no issuer.'] : [];
	if (subject.isEmpty && !(subjectAlternativeName.state === 'present' && subjectAlternativeName.isCritical)) {
		problems.push('has neither a subject nor a critical alternative name that would stand for it.');
	}

	return problems;
}

function contentProblems(facts: CertificateFacts): readonly string[] {
	const {certificate} = facts;
	const {extensions, keyUsage, basicConstraints} = certificate;
	const problems = twice(extensions).map(oid => `has extension ${titleOf(oid)} more than once.`);
	const decoded: readonly (readonly [string, Decoded<unknown>])[] = [
		['basicConstraints', basicConstraints],
		['keyUsage', keyUsage],
		['extendedKeyUsage', strictly(extensions, extensionOids.extendedKeyUsage, readExtendedKeyUsage)],
		['subjectAltName', strictly(extensions, extensionOids.subjectAlternativeName, readAlternativeName)],
		['subjectKeyIdentifier', certificate.subjectKeyIdentifier],
		['authorityKeyIdentifier', certificate.authorityKeyIdentifier],
		['nameConstraints', facts.nameConstraints],
		['certificatePolicies', facts.policies],
		['policyMappings', facts.policyMappings],
		['policyConstraints', facts.policyConstraints],
		['inhibitAnyPolicy', facts.inhibitAnyPolicy],
	];
	for (const [name, value] of problems.length > 0 ? [] : decoded) {
		if (value.state === 'malformed') {
			problems.push(`has a ${name} extension that cannot be read: ${value.problem.message}.`);
		}
	}

	const points = decodeExtension(extensions, extensionOids.cRLDistributionPoints, readDistributionPoints, () => {});
	if (points.state === 'malformed' && points.isCritical) {
		problems.push(`has a critical cRLDistributionPoints extension that cannot be read: ${points.problem.message}.`);
	}

	if (hasLooseBoolean(certificate)) {
		problems.push('holds a BOOLEAN that is neither 0x00 nor 0xff, so it is not DER.');
	}

	if (presentValue(keyUsage)?.includes('keyCertSign') && presentValue(basicConstraints)?.isCa !== true) {
		problems.push('may sign certificates (keyCertSign) although it is not marked as a CA: it contradicts itself.');
	}

	if (facts.publicKey.length === 0 || certificate.publicKey.problem) {
		problems.push(`has a public key that cannot be read: ${certificate.publicKey.problem?.message ?? 'it is empty'}.`);
	}

	return problems;
}

function strictly<Value>(extensions: readonly Extension[], oid: string, read: ExtensionReader<Value>): Decoded<Value> {
	return decodeExtension(extensions, oid, read, strictNote);
}

function twice(extensions: readonly Extension[]): readonly string[] {
	const seen = new Set<string>();
	const again = new Set<string>();
	for (const {oid} of extensions) {
		(seen.has(oid) ? again : seen).add(oid);
	}

	return [...again];
}

/** A mark of criticality, or cA, that only BER would take for true. */
function hasLooseBoolean({extensions}: Certificate): boolean {
	return extensions.some(({oid, isCritical, element, value}) => {
		const isLooseMark = isCritical && element.source[element.offset - 1] !== 0xff;
		const isLooseCa =
			oid === extensionOids.basicConstraints && value[2] === tags.boolean && value[4] !== 0xff && value[4] !== 0;
		return isLooseMark || isLooseCa;
	});
}

function criticalProblems(extensions: readonly Extension[]): readonly SoundnessProblem[] {
	return extensions
		.filter(({oid, isCritical}) => isCritical && !MAY_BE_CRITICAL.has(oid))
		.map(({oid}) =>
			NEVER_CRITICAL.has(oid)
				? {requirement: 'sound', what: `marks ${titleOf(oid)} as critical, which it must never be.`}
				: {
						requirement: 'critical-extension',
						what: `has the critical extension ${oid}, which is not understood here; it demands to be refused then.`,
					},
		);
}

function titleOf(oid: string): string {
	return NAMES.get(oid) ?? oid;
}
