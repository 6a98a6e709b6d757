import {rules} from '../../../src/rules/certificate/rules.generated.ts';
import type {CertificateInRole} from '../../../src/rules/certificate-in-role.ts';
import {type DiffersBy, everyNamedAttribute, issueForTest, type TestRole, testTime} from '../certificates.ts';
import {isOddKey, oddKeys} from '../odd-keys.ts';
import type {TestKeyAlgorithm, TestSignature} from '../test-keys.ts';
import {examplesOf, readLines} from './example.ts';
import {type ExtensionLine, fromHex, readExtension} from './extension-lines.ts';

/** Examples of the rules on one certificate: lines by which it differs from a good one of its role. */
export const certificateExamples = examplesOf<CertificateInRole>(rules, readCertificateExample);

/** The certificate that the lines describe, signed for real. */
export async function readCertificateExample(example: string): Promise<CertificateInRole> {
	let differs: Changeable<DiffersBy> = {};
	let at = testTime;
	const extensions: ExtensionLine[] = [];
	for (const [name, value] of readLines(example)) {
		const written = readExtension(name, value);
		if (written) {
			extensions.push(written);
		} else if (name === 'at') {
			at = new Date(value);
		} else {
			differs = {...differs, ...readField(name, value)};
		}
	}

	const named = new Set(extensions.map(({oid}) => oid));
	const absent = Object.fromEntries(OWN.filter(([, oid]) => named.has(oid)).map(([name]) => [name, 'absent' as const]));
	const subject = await issueForTest({
		...differs,
		...absent,
		moreExtensions: extensions.flatMap(({written}) => (written ? [written] : [])),
	});
	return {...subject, at};
}

type Changeable<Fields> = {-readonly [Name in keyof Fields]: Fields[Name]};

/** The extensions that a good certificate has by itself. */
const OWN = [
	['basicConstraints', '2.5.29.19'],
	['keyUsage', '2.5.29.15'],
	['extendedKeyUsage', '2.5.29.37'],
	['subjectAlternativeName', '2.5.29.17'],
	['subjectKeyIdentifier', '2.5.29.14'],
	['authorityKeyIdentifier', '2.5.29.35'],
] as const;

const ROLES: readonly TestRole[] = ['anchor', 'issuer', 'end-entity'];
const ALGORITHMS: readonly TestKeyAlgorithm[] = [
	'p256',
	'p384',
	'p521',
	'rsa2048',
	'rsa3072',
	'rsa4096',
	'rsa1024',
	'rsa-pss',
	'secp256k1',
	'ed25519',
	'ed448',
	'p256-explicit-parameters',
];
const SIGNATURES: readonly TestSignature[] = [
	'md5',
	'sha1',
	'sha224',
	'sha256',
	'sha384',
	'sha512',
	'sha256 with NULL',
	'sha256 without NULL',
	'pss-sha256',
	'broken',
];

function readField(name: string, value: string): DiffersBy {
	switch (name) {
		case 'role':
			return {role: oneOf(ROLES, value)};
		case 'version':
			return {version: Number(value)};
		case 'serial':
			return {serial: fromHex(value)};
		case 'subject':
			return {subject: readName(value)};
		case 'issuer':
			return {issuer: readName(value)};
		case 'notBefore':
			return {notBefore: new Date(value)};
		case 'notAfter':
			return {notAfter: new Date(value)};
		case 'key':
			return {algorithm: oneOf(ALGORITHMS, value)};
		case 'publicKey':
			return {spki: isOddKey(value) ? oddKeys[value]() : fromHex(value.replace(/^DER:/, ''))};
		case 'signedBy':
			return {signedBy: oneOf(['itself'] as const, value)};
		case 'signature':
			return {signature: oneOf(SIGNATURES, value)};
		case 'outerAlgorithm':
			return {outerAlgorithm: fromHex(value.replace(/^DER:/, ''))};
		default:
			throw new Error(`an example of a certificate has no line "${name}"`);
	}
}

function readName(value: string): string | Uint8Array {
	if (value === 'every named attribute') {
		return everyNamedAttribute;
	}

	return value.startsWith('DER:') ? fromHex(value.slice('DER:'.length)) : value;
}

function oneOf<Word extends string>(words: readonly Word[], value: string): Word {
	const found = words.find(word => word === value);
	if (found === undefined) {
		throw new Error(`"${value}" is none of ${words.join(', ')}`);
	}

	return found;
}
