import {attemptDer, type DerElement, DerFields, readOnlyElement, tags} from '../der/der.ts';
import {readOid, readSmallInteger} from '../der/der-values.ts';

const PBES2 = '1.2.840.113549.1.5.13';
const PBKDF2 = '1.2.840.113549.1.5.12';
const SCRYPT = '1.3.6.1.4.1.11591.4.11';

/** How a PKCS#8 key is encrypted. */
export interface KeyEncryption {
	readonly scheme: 'PBES2' | 'PBES1' | 'other';
	/** What protects it, in words that people look for, such as `aes-256-cbc` or `pbeWithSHA1And3-KeyTripleDES-CBC`. */
	readonly cipher: string;
	/** Of PBES2. */
	readonly derivation?: 'PBKDF2' | 'scrypt' | 'other';
	/** The hash of PBKDF2, such as `sha256`. */
	readonly hash?: string;
	/** Of PBKDF2 and of the older schemes. */
	readonly rounds?: number;
}

/** Object identifiers of ciphers and older schemes, with the names that OpenSSL has for them. */
const NAMES: ReadonlyMap<string, string> = new Map([
	['2.16.840.1.101.3.4.1.2', 'aes-128-cbc'],
	['2.16.840.1.101.3.4.1.22', 'aes-192-cbc'],
	['2.16.840.1.101.3.4.1.42', 'aes-256-cbc'],
	['1.2.840.113549.3.7', 'des-ede3-cbc'],
	['1.2.840.113549.3.2', 'rc2-cbc'],
	['1.3.14.3.2.7', 'des-cbc'],
	['1.2.840.113549.1.5.3', 'pbeWithMD5AndDES-CBC'],
	['1.2.840.113549.1.5.10', 'pbeWithSHA1AndDES-CBC'],
	['1.2.840.113549.1.12.1.1', 'pbeWithSHA1And128BitRC4'],
	['1.2.840.113549.1.12.1.2', 'pbeWithSHA1And40BitRC4'],
	['1.2.840.113549.1.12.1.3', 'pbeWithSHA1And3-KeyTripleDES-CBC'],
	['1.2.840.113549.1.12.1.4', 'pbeWithSHA1And2-KeyTripleDES-CBC'],
	['1.2.840.113549.1.12.1.5', 'pbeWithSHA1And128BitRC2-CBC'],
	['1.2.840.113549.1.12.1.6', 'pbeWithSHA1And40BitRC2-CBC'],
	['1.2.840.113549.2.7', 'sha1'],
	['1.2.840.113549.2.8', 'sha224'],
	['1.2.840.113549.2.9', 'sha256'],
	['1.2.840.113549.2.10', 'sha384'],
	['1.2.840.113549.2.11', 'sha512'],
]);

/** How an EncryptedPrivateKeyInfo is encrypted (RFC 5958, section 3); undefined for bytes that are not one. */
export function keyEncryption(der: Uint8Array): KeyEncryption | undefined {
	const read = attemptDer(() => {
		const [scheme, parameters] = algorithmIn(new DerFields(readOnlyElement(der)).next('The encryption'));
		return scheme === PBES2 ? pbes2In(parameters) : olderScheme(scheme, parameters);
	});
	return read.ok ? read.value : undefined;
}

/**
 * The rounds of PBKDF2 that an EncryptedPrivateKeyInfo asks for (RFC 8018, appendix A); undefined for another
 * scheme or for bytes that are not one.
 */
export function keyDerivationRounds(der: Uint8Array): number | undefined {
	const encryption = keyEncryption(der);
	return encryption?.derivation === 'PBKDF2' ? encryption.rounds : undefined;
}

function pbes2In(parameters: DerElement): KeyEncryption {
	const fields = new DerFields(parameters);
	const [derivation, settings] = algorithmIn(fields.next('The key derivation'));
	const [cipher] = algorithmIn(fields.next('The cipher'));
	const named = {scheme: 'PBES2', cipher: nameOf(cipher)} as const;
	if (derivation !== PBKDF2) {
		return {...named, derivation: derivation === SCRYPT ? 'scrypt' : 'other'};
	}

	const inside = new DerFields(settings);
	inside.expect(tags.octetString, 'The salt');
	const rounds = roundsIn(inside);
	inside.optional(tags.integer, 'The length');
	const prf = inside.optional(tags.sequence, 'The hash');
	return {...named, derivation: 'PBKDF2', rounds, hash: prf ? nameOf(algorithmOid(prf)) : 'sha1'};
}

function olderScheme(scheme: string, parameters: DerElement): KeyEncryption {
	const isOlder = scheme.startsWith('1.2.840.113549.1.12.1.') || scheme.startsWith('1.2.840.113549.1.5.');
	const fields = new DerFields(parameters);
	fields.expect(tags.octetString, 'The salt');
	return {scheme: isOlder ? 'PBES1' : 'other', cipher: nameOf(scheme), rounds: roundsIn(fields)};
}

function roundsIn(fields: DerFields): number {
	return readSmallInteger(fields.next('The rounds'), 'The rounds', () => {});
}

function nameOf(oid: string): string {
	return NAMES.get(oid) ?? oid;
}

function algorithmIn(sequence: DerElement): [oid: string, parameters: DerElement] {
	const fields = new DerFields(sequence);
	return [readOid(fields.next('An algorithm'), 'An algorithm'), fields.next('Its parameters')];
}

function algorithmOid(sequence: DerElement): string {
	return readOid(new DerFields(sequence).next('An algorithm'), 'An algorithm');
}
