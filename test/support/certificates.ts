import type {KeyObject} from 'node:crypto';
import {isIP} from 'node:net';
import {Certificate, type KeyUsage} from '../../src/pki/certificate/certificate.ts';
import {bitString, element, explicit, implicit, integer, sequence, time} from '../../src/pki/der/der-writer.ts';
import {attributeOid} from '../../src/pki/der/oids.ts';
import {
	authorityKeyIdentifier,
	basicConstraints,
	extendedKeyUsage,
	extension,
	keyIdentifierOf,
	keyUsage,
	subjectAlternativeName,
	subjectKeyIdentifier,
} from '../../src/pki/issuing/extension-writer.ts';
import {encodeName} from '../../src/pki/names/name-writer.ts';
import {howToSign, type KeyPair, makeTestKeys, type TestKeyAlgorithm, type TestSignature} from './test-keys.ts';

export {makeTestKeys, type TestKeyAlgorithm, type TestSignature} from './test-keys.ts';

/** The instant at which every certificate made for tests is looked at, unless a test says otherwise. */
export const testTime = new Date('2026-06-01T00:00:00Z');

/** What a certificate stands for in a test; the same words as the rules use. */
export type TestRole = 'anchor' | 'issuer' | 'end-entity';

/** A signed certificate with its key: also a subject for the rules over certificates. */
export interface TestCertificate {
	readonly certificate: Certificate;
	readonly role: TestRole;
	readonly at: Date;
	readonly der: Uint8Array;
	readonly pem: string;
	readonly privateKey: KeyObject;
	readonly publicKey: KeyObject;
}

/**
 * How a certificate is to differ from a good one of its role. Bytes stand for the DER of an
 * extension's value, taken as they are; `absent` leaves the extension out.
 */
export interface DiffersBy {
	readonly role?: TestRole;
	/** As counted by people: 3 is written as INTEGER 2. Version 1 has no version field and no extensions. */
	readonly version?: number;
	/** Contents of the INTEGER as they shall stand there, valid DER or not. */
	readonly serial?: Uint8Array;
	/** RFC 4514 text without escapes, most specific part first, or the DER of a Name. */
	readonly subject?: string | Uint8Array;
	/** Instead of the signer's subject. */
	readonly issuer?: string | Uint8Array;
	readonly notBefore?: Date;
	readonly notAfter?: Date;
	readonly algorithm?: TestKeyAlgorithm;
	/** Uses this key pair instead of making one. */
	readonly keys?: KeyPair;
	/** Instead of the encoded public key, as `SubjectPublicKeyInfo`. */
	readonly spki?: Uint8Array;
	/** Who signs: the world's issuing CA for end-entity certificates, its root for issuers, itself for anchors. */
	readonly signedBy?: TestCertificate | 'itself';
	readonly signature?: TestSignature;
	/** AlgorithmIdentifier beside the signature, where it is to differ from the signed one. */
	readonly outerAlgorithm?: Uint8Array;
	readonly basicConstraints?: 'absent' | Uint8Array | {isCa: boolean; pathLength?: number};
	readonly keyUsage?: 'absent' | Uint8Array | readonly KeyUsage[];
	readonly extendedKeyUsage?: 'absent' | Uint8Array | readonly string[];
	readonly subjectAlternativeName?: 'absent' | Uint8Array | readonly TestName[];
	readonly subjectKeyIdentifier?: 'absent' | Uint8Array;
	readonly authorityKeyIdentifier?: 'absent' | Uint8Array;
	/** Extensions named here are written as not critical although they are by default, or the other way round. */
	readonly flipsCriticality?: readonly ExtensionName[];
	/** Whole extensions (see `extension` in the DER writer) after the others, duplicates included. */
	readonly moreExtensions?: readonly Uint8Array[];
}

type ExtensionName =
	| 'basicConstraints'
	| 'keyUsage'
	| 'extendedKeyUsage'
	| 'subjectAlternativeName'
	| 'subjectKeyIdentifier'
	| 'authorityKeyIdentifier';

/** A GeneralName for tests. */
export type TestName =
	| {readonly dns: string}
	| {readonly uri: string}
	| {readonly email: string}
	| {readonly ip: string}
	| {readonly directory: string | Uint8Array};

/** A root that is the trust anchor, an issuing CA under it, and an end-entity certificate of that. Made once. */
export interface TestPki {
	readonly root: TestCertificate;
	readonly issuing: TestCertificate;
	readonly endEntity: TestCertificate;
	/** Signed by the root itself: its path needs no chain. */
	readonly directEndEntity: TestCertificate;
}

let world: Promise<TestPki> | undefined;

/** The world that test certificates belong to; the same in every call within one test file. */
export async function pki(): Promise<TestPki> {
	world ??= makeWorld();
	return world;
}

async function makeWorld(): Promise<TestPki> {
	const root = await assemble({role: 'anchor', subject: 'CN=Test Root,O=Example'}, 'itself');
	const issuing = await assemble({role: 'issuer', subject: 'CN=Test Issuing,O=Example'}, root);
	const endEntity = await assemble({}, issuing);
	const directEndEntity = await assemble({subject: 'CN=direct.example.com,O=Example'}, root);
	return {root, issuing, endEntity, directEndEntity};
}

/** Signs a real certificate that differs from a good one in what is named, and in nothing else. */
export async function issueForTest(differsBy: DiffersBy = {}): Promise<TestCertificate> {
	if (differsBy.signedBy !== undefined) {
		return assemble(differsBy, differsBy.signedBy);
	}

	const {root, issuing} = await pki();
	const signers = {'end-entity': issuing, issuer: root, anchor: 'itself'} as const;
	return assemble(differsBy, signers[differsBy.role ?? 'end-entity']);
}

async function assemble(differsBy: DiffersBy, signedBy: TestCertificate | 'itself'): Promise<TestCertificate> {
	const {role = 'end-entity'} = differsBy;
	const keys = differsBy.keys ?? (await makeTestKeys(differsBy.algorithm ?? 'p256'));
	const signingKey = signedBy === 'itself' ? keys.privateKey : signedBy.privateKey;
	const subject = toName(differsBy.subject ?? defaultSubjects[role]);
	const issuer = toName(differsBy.issuer ?? (signedBy === 'itself' ? subject : signedBy.certificate.subject.der));
	const signing = howToSign(signingKey, differsBy.signature);
	const {version = 3} = differsBy;

	const spki = keys.publicKey.export({type: 'spki', format: 'der'});
	const identifiers = {
		subject: keyIdentifierOf(spki),
		authority: signedBy === 'itself' ? keyIdentifierOf(spki) : identifierOf(signedBy),
	};
	const extensions = writeExtensions(differsBy, role, identifiers);
	const tbs = sequence(
		...(version === 1 ? [] : [explicit(0, integer(version - 1))]),
		element(0x02, differsBy.serial ?? Uint8Array.from([0x40, ...crypto.getRandomValues(new Uint8Array(15))])),
		signing.identifier,
		issuer,
		sequence(
			time(differsBy.notBefore ?? new Date('2026-05-01T00:00:00Z')),
			time(
				differsBy.notAfter ??
					(role === 'end-entity' ? new Date('2027-05-01T00:00:00Z') : new Date('2036-05-01T00:00:00Z')),
			),
		),
		subject,
		differsBy.spki ?? spki,
		...(version === 1 || extensions.length === 0 ? [] : [explicit(3, sequence(...extensions))]),
	);
	const der = sequence(tbs, differsBy.outerAlgorithm ?? signing.identifier, bitString(signing.sign(tbs)));

	return {...read(der), role, at: testTime, der, ...keys};
}

/** What the signer's certificate says of its key; where it says nothing, no certificate of its can match. */
function identifierOf({certificate, der}: TestCertificate): Uint8Array {
	const {subjectKeyIdentifier: identifier} = certificate;
	return identifier.state === 'present' ? Buffer.from(identifier.value, 'hex') : keyIdentifierOf(der);
}

const defaultSubjects: Readonly<Record<TestRole, string>> = {
	anchor: 'CN=Test Anchor,O=Example',
	issuer: 'CN=Another Test Issuing,O=Example',
	'end-entity': 'CN=host.example.com,O=Example',
};

function read(der: Uint8Array): {certificate: Certificate; pem: string} {
	const certificate = Certificate.read(der);
	if (!certificate.ok) {
		throw new Error(`the certificate made for a test cannot be read: ${JSON.stringify(certificate.problem)}`);
	}

	return {certificate: certificate.value, pem: certificate.value.toPem()};
}

function writeExtensions(
	differsBy: DiffersBy,
	role: TestRole,
	identifiers: {readonly subject: Uint8Array; readonly authority: Uint8Array},
): readonly Uint8Array[] {
	const isCa = role !== 'end-entity';
	const good: Readonly<Record<ExtensionName, Uint8Array | undefined>> = {
		basicConstraints: basicConstraints({isCa, pathLength: role === 'anchor' ? 1 : 0}),
		keyUsage: keyUsage(isCa ? ['keyCertSign', 'cRLSign'] : ['digitalSignature']),
		extendedKeyUsage: isCa ? undefined : extendedKeyUsage(['1.3.6.1.5.5.7.3.2']),
		subjectAlternativeName: isCa ? undefined : subjectAlternativeName([toGeneralName({dns: 'host.example.com'})]),
		subjectKeyIdentifier: subjectKeyIdentifier(identifiers.subject),
		authorityKeyIdentifier: role === 'anchor' ? undefined : authorityKeyIdentifier(identifiers.authority),
	};
	const {basicConstraints: bc, keyUsage: ku, extendedKeyUsage: eku, subjectAlternativeName: san} = differsBy;
	const different: Partial<Record<ExtensionName, Uint8Array | 'absent' | undefined>> = {
		basicConstraints: isPlain(bc) ? basicConstraints(bc) : raw('2.5.29.19', true, bc),
		keyUsage: isPlain(ku) ? keyUsage(ku) : raw('2.5.29.15', true, ku),
		extendedKeyUsage: isPlain(eku) ? extendedKeyUsage(eku) : raw('2.5.29.37', false, eku),
		subjectAlternativeName: isPlain(san)
			? subjectAlternativeName(san.map(toGeneralName))
			: raw('2.5.29.17', false, san),
		subjectKeyIdentifier: raw('2.5.29.14', false, differsBy.subjectKeyIdentifier),
		authorityKeyIdentifier: raw('2.5.29.35', false, differsBy.authorityKeyIdentifier),
	};

	const written = extensionNames.flatMap(name => {
		const chosen = different[name] ?? good[name] ?? 'absent';
		if (chosen === 'absent') {
			return [];
		}

		return [differsBy.flipsCriticality?.includes(name) ? flipCriticality(chosen) : chosen];
	});
	return [...written, ...(differsBy.moreExtensions ?? [])];
}

const extensionNames: readonly ExtensionName[] = [
	'basicConstraints',
	'keyUsage',
	'extendedKeyUsage',
	'subjectAlternativeName',
	'subjectKeyIdentifier',
	'authorityKeyIdentifier',
];

function isPlain<Value>(value: Value): value is Exclude<Value, 'absent' | Uint8Array | undefined> {
	return value !== undefined && value !== 'absent' && !(value instanceof Uint8Array);
}

function raw(oid: string, isCritical: boolean, value: unknown): Uint8Array | 'absent' | undefined {
	if (value === 'absent') {
		return value;
	}

	return value instanceof Uint8Array ? extension(oid, isCritical, value) : undefined;
}

/** An extension written with the other criticality: all extensions here have three-octet OIDs and short lengths. */
function flipCriticality(written: Uint8Array): Uint8Array {
	const contents = written.subarray(2);
	const oid = contents.subarray(0, 5);
	const isCritical = contents[5] === 0x01;
	const value = contents.subarray(isCritical ? 8 : 5);
	return isCritical ? sequence(oid, value) : sequence(oid, Uint8Array.of(0x01, 0x01, 0xff), value);
}

/** A GeneralName, encoded (RFC 5280, 4.2.1.6). IPv4 only, which is all that tests need. */
function toGeneralName(name: TestName): Uint8Array {
	if ('dns' in name) {
		return implicit(2, Buffer.from(name.dns, 'latin1'));
	}

	if ('uri' in name) {
		return implicit(6, Buffer.from(name.uri, 'latin1'));
	}

	if ('email' in name) {
		return implicit(1, Buffer.from(name.email, 'latin1'));
	}

	if ('directory' in name) {
		return explicit(4, toName(name.directory));
	}

	if (isIP(name.ip) !== 4) {
		throw new Error('tests name IPv4 addresses only');
	}

	return implicit(7, Uint8Array.from(name.ip.split('.').map(Number)));
}

/** Encodes RFC 4514 text without escapes; bytes pass through. */
export function toName(name: string | Uint8Array): Uint8Array {
	if (name instanceof Uint8Array) {
		return name;
	}

	const parts = name === '' ? [] : name.split(',').toReversed();
	return encodeName(
		parts.map(part => {
			const [type = '', ...value] = part.split('=');
			return [{oid: attributeOid(type) ?? type, value: value.join('=')}];
		}),
	);
}

/** A name with an attribute of each type that has a registered short name. */
export const everyNamedAttribute = toName(
	[
		...['CN', 'SN', 'serialNumber', 'C', 'L', 'ST', 'STREET', 'O', 'OU', 'title', 'description', 'businessCategory'],
		...['postalCode', 'name', 'givenName', 'initials', 'generationQualifier', 'x500UniqueIdentifier', 'dnQualifier'],
		...['pseudonym', 'organizationIdentifier', 'UID', 'DC', 'emailAddress'],
	]
		.map(type => `${type}=XX`)
		.join(','),
);
