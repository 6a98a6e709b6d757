import {type Certificate, decodedValue} from '../pki/certificate/certificate.ts';
import type {SubjectPublicKey} from '../pki/certificate/public-key.ts';
import {extensionOids} from '../pki/der/oids.ts';
import {printable} from '../printable.ts';
import type {AsTyped} from '../report/as-typed.ts';
import type {CertificateRole} from '../rules/certificate-in-role.ts';
import type {Finding} from '../rules/finding.ts';
import {judgeCertificate} from '../rules/judge-certificate.ts';
import {certificateSummary} from './certificate-summary.ts';
import {conditionLines, deriveIdentity, identityJson, identityRows} from './derived-identity.ts';
import {describeName} from './describe-name.ts';
import type {Inspected} from './inspect-file.ts';

/** How to look at a certificate. */
export interface InspectOptions {
	/** The moment of judgement. */
	readonly at: Date;
	/** Put into the conditions of a trust policy; a placeholder where it is not given. */
	readonly trustAnchorArn?: string | undefined;
}

/** What a certificate is, what Roles Anywhere will make of it, and how it fares by the rules at this moment. */
export function inspectCertificate(certificate: Certificate, {at, trustAnchorArn}: InspectOptions): Inspected {
	const role = roleOf(certificate);
	const findings = judgeCertificate({certificate, role, at});
	const identity = role === 'end-entity' ? deriveIdentity(certificate, trustAnchorArn) : undefined;
	const names = (decodedValue(certificate.subjectAlternativeName) ?? []).map(describeName);
	return {
		lines: [
			...rows([
				['subject', printable(certificate.subject.text) || '(empty)'],
				['issuer', printable(certificate.issuer.text) || '(empty)'],
				['valid', `${seconds(certificate.validity.notBefore)} to ${seconds(certificate.validity.notAfter)}`],
				['serial', certificate.serial.hex],
				['key', describeKey(certificate.publicKey)],
				['signature', printable(certificate.signatureAlgorithm.name ?? certificate.signatureAlgorithm.oid)],
				['version', String(certificate.version)],
				...certificate.extensions.map((extension): Row => ['extension', describeExtension(certificate, extension)]),
				...(names.length > 0 ? [['names', names.join(', ')] as const] : []),
				['SHA-256', certificate.fingerprint],
			]),
			...(identity
				? [
						'',
						'What Roles Anywhere will make of it',
						...rows(identityRows(identity)),
						'',
						'What a trust policy may compare with it',
						...conditionLines(identity),
					]
				: []),
		],
		advice: asTyped =>
			findings.length > 0
				? ['', `As ${article(role)}`, ...findings.flatMap(finding => describeFinding(finding, asTyped))]
				: [],
		result: {
			kind: 'certificate',
			role,
			version: certificate.version,
			key: describeKey(certificate.publicKey),
			signatureAlgorithm: certificate.signatureAlgorithm.name ?? certificate.signatureAlgorithm.oid,
			...certificateSummary(certificate),
			alternativeNames: names,
			identity: identity ? identityJson(identity) : null,
			findings: findings.map(({source, refusal, ...finding}) => ({
				...finding,
				source: {...source},
				...(refusal && {refusal: {...refusal}}),
			})),
		},
	};
}

function roleOf(certificate: Certificate): CertificateRole {
	if (decodedValue(certificate.basicConstraints)?.isCa !== true) {
		return 'end-entity';
	}

	return certificate.isSelfIssued ? 'anchor' : 'issuer';
}

function article(role: CertificateRole): string {
	return {anchor: 'a trust anchor', issuer: 'an issuer', 'end-entity': 'an end-entity certificate'}[role];
}

type Row = readonly [label: string, value: string];

/** Lines of labels and values, indented, the values below each other. */
export function rows(all: readonly Row[]): readonly string[] {
	const width = Math.max(...all.map(([label]) => label.length));
	return all.map(([label, value]) => `  ${label.padEnd(width)}  ${value}`);
}

function seconds(date: Date): string {
	return Number.isNaN(date.getTime()) ? '(unreadable)' : date.toISOString().replace('.000Z', 'Z');
}

/** Kind and size of a key. */
export function describeKey({kind, rsa, ec, algorithm}: SubjectPublicKey): string {
	if (rsa) {
		return `${kind === 'rsa-pss' ? 'RSA-PSS' : 'RSA'}, ${rsa.modulusBits} bits`;
	}

	if (ec) {
		return `EC, ${ec.hasExplicitParameters ? 'a curve that is spelled out' : (ec.curve ?? printable(ec.curveOid ?? ''))}`;
	}

	return printable(algorithm.name ?? algorithm.oid);
}

const EXTENSION_NAMES: ReadonlyMap<string, string> = new Map(
	Object.entries(extensionOids).map(([name, oid]) => [oid, name]),
);

function describeExtension(certificate: Certificate, {oid, isCritical}: Certificate['extensions'][number]): string {
	const {basicConstraints, keyUsage, extendedKeyUsage, subjectKeyIdentifier} = certificate;
	const constraints = decodedValue(basicConstraints);
	const pathLength = constraints?.pathLength === undefined ? '' : `, path length ${constraints.pathLength}`;
	const values: ReadonlyMap<string, string | undefined> = new Map([
		[extensionOids.basicConstraints, constraints && (constraints.isCa ? `CA${pathLength}` : 'not a CA')],
		[extensionOids.keyUsage, decodedValue(keyUsage)?.join(', ')],
		[extensionOids.extendedKeyUsage, decodedValue(extendedKeyUsage)?.join(', ')],
		[extensionOids.subjectKeyIdentifier, decodedValue(subjectKeyIdentifier)],
		[extensionOids.authorityKeyIdentifier, decodedValue(certificate.authorityKeyIdentifier)?.keyIdentifier],
	]);
	const value = values.get(oid);
	const name = EXTENSION_NAMES.get(oid) ?? oid;
	return `${name}${isCritical ? ' (critical)' : ''}${value === undefined ? '' : `: ${value}`}`;
}

function describeFinding({severity, message, fix, rule}: Finding, asTyped: AsTyped): readonly string[] {
	return [`  ${severity}: ${message} (${rule})`, `    ${asTyped(fix)}`];
}
