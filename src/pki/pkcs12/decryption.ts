import {createDecipheriv, pbkdf2, scrypt} from 'node:crypto';
import {promisify} from 'node:util';
import {type DerElement, DerFields, tags} from '../der/der.ts';
import {readOid, readSmallInteger} from '../der/der-values.ts';
import {bmpPassphrase, derive, purposes} from './derivation.ts';
import {OpeningError, type Rounds} from './rounds.ts';

const noNote = () => {};

/** An AlgorithmIdentifier, with what is needed of it here. */
export interface Scheme {
	readonly oid: string;
	readonly parameters: DerElement | undefined;
}

/** @throws {DerError} */
export function readScheme(sequence: DerElement): Scheme {
	const fields = new DerFields(sequence);
	const oid = readOid(fields.expect(tags.oid, 'An algorithm'), 'An algorithm');
	return {oid, parameters: fields.isAtEnd ? undefined : fields.next('Its parameters')};
}

/** Ciphers with the lengths of their key and of their block, in octets; RC2 and RC4 are in no Node that is supported. */
const CIPHERS: ReadonlyMap<string, readonly [name: string, key: number]> = new Map([
	['2.16.840.1.101.3.4.1.2', ['aes-128-cbc', 16]],
	['2.16.840.1.101.3.4.1.22', ['aes-192-cbc', 24]],
	['2.16.840.1.101.3.4.1.42', ['aes-256-cbc', 32]],
	['1.2.840.113549.3.7', ['des-ede3-cbc', 24]],
]);

/** Password-based encryption of PKCS#12's own (RFC 7292, appendix C). */
const OWN_SCHEMES: ReadonlyMap<string, readonly [name: string, key: number]> = new Map([
	['1.2.840.113549.1.12.1.3', ['des-ede3-cbc', 24]],
	['1.2.840.113549.1.12.1.4', ['des-ede-cbc', 16]],
]);

const UNREADABLE_SCHEMES: ReadonlyMap<string, string> = new Map([
	['1.2.840.113549.1.12.1.1', '128-bit RC4'],
	['1.2.840.113549.1.12.1.2', '40-bit RC4'],
	['1.2.840.113549.1.12.1.5', '128-bit RC2'],
	['1.2.840.113549.1.12.1.6', '40-bit RC2'],
	['1.2.840.113549.1.5.3', 'DES with MD5'],
	['1.2.840.113549.1.5.10', 'DES with SHA-1'],
]);

const PRFS: ReadonlyMap<string, string> = new Map([
	['1.2.840.113549.2.7', 'sha1'],
	['1.2.840.113549.2.8', 'sha224'],
	['1.2.840.113549.2.9', 'sha256'],
	['1.2.840.113549.2.10', 'sha384'],
	['1.2.840.113549.2.11', 'sha512'],
]);

const PBES2 = '1.2.840.113549.1.5.13';
const PBKDF2 = '1.2.840.113549.1.5.12';
const SCRYPT = '1.3.6.1.4.1.11591.4.11';

/**
 * Decrypts what a passphrase protects: PBES2 with PBKDF2 or scrypt (RFC 8018, 6.2; RFC 7914, 7), and the triple DES of
 * PKCS#12 (RFC 7292, appendix C).
 *
 * @throws {OpeningError} `passphrase-wrong`, `unsupported` or `too-costly`
 * @throws {DerError}
 */
export async function decrypt(
	scheme: Scheme,
	encrypted: Uint8Array,
	passphrase: string,
	rounds: Rounds,
): Promise<Uint8Array> {
	const {cipher, key, vector} =
		scheme.oid === PBES2
			? await secretsOfPbes2(scheme, passphrase, rounds)
			: secretsOfPkcs12(scheme, bmpPassphrase(passphrase), rounds);
	try {
		const decipher = createDecipheriv(cipher, key, vector);
		return Buffer.concat([decipher.update(encrypted), decipher.final()]);
	} catch {
		throw new OpeningError('passphrase-wrong', 'The passphrase does not open it.');
	}
}

interface Secrets {
	readonly cipher: string;
	readonly key: Uint8Array;
	readonly vector: Uint8Array;
}

function secretsOfPkcs12({oid, parameters}: Scheme, passphrase: Uint8Array, budget: Rounds): Secrets {
	const [cipher, keyLength] = OWN_SCHEMES.get(oid) ?? [];
	if (cipher === undefined || keyLength === undefined || !parameters) {
		throw unsupported(UNREADABLE_SCHEMES.get(oid) ?? `the scheme ${oid}`);
	}

	const fields = new DerFields(parameters);
	const salt = fields.expect(tags.octetString, 'The salt').contents;
	const rounds = readSmallInteger(fields.expect(tags.integer, 'The rounds'), 'The rounds', noNote);
	budget.spend(rounds, 20);
	const derivation = {hash: 'sha1', passphrase, salt, rounds} as const;
	return {
		cipher,
		key: derive(derivation, purposes.key, keyLength),
		vector: derive(derivation, purposes.vector, 8),
	};
}

async function secretsOfPbes2({parameters}: Scheme, passphrase: string, budget: Rounds): Promise<Secrets> {
	if (!parameters) {
		throw unsupported('PBES2 without parameters');
	}

	const fields = new DerFields(parameters);
	const derivation = readScheme(fields.expect(tags.sequence, 'The key derivation'));
	const cipher = readScheme(fields.expect(tags.sequence, 'The cipher'));
	const [name, keyLength] = CIPHERS.get(cipher.oid) ?? [];
	if (name === undefined || keyLength === undefined || cipher.parameters?.identifier !== tags.octetString) {
		throw unsupported(`the cipher ${cipher.oid}`);
	}

	return {
		cipher: name,
		key: await deriveKey(derivation, passphrase, keyLength, budget),
		vector: cipher.parameters.contents,
	};
}

async function deriveKey(
	{oid, parameters}: Scheme,
	passphrase: string,
	length: number,
	budget: Rounds,
): Promise<Uint8Array> {
	if (!parameters || (oid !== PBKDF2 && oid !== SCRYPT)) {
		throw unsupported(`the key derivation ${oid}`);
	}

	const fields = new DerFields(parameters);
	const salt = fields.expect(tags.octetString, 'The salt').contents;
	const number = (what: string) => readSmallInteger(fields.expect(tags.integer, what), what, noNote);
	if (oid === SCRYPT) {
		const [cost, blockSize, parallelization] = [number('The cost'), number('The block size'), number('The lanes')];
		return runScrypt(passphrase, salt, length, {cost, blockSize, parallelization}, budget);
	}

	const rounds = number('The rounds');
	fields.optional(tags.integer, 'The length');
	const prf = fields.optional(tags.sequence, 'The hash');
	const hash = prf ? PRFS.get(readScheme(prf).oid) : 'sha1';
	if (hash === undefined) {
		throw unsupported('an unusual hash in its key derivation');
	}

	budget.spend(rounds, 1);
	return promisify(pbkdf2)(passphrase, salt, rounds, length, hash);
}

/** As much as OpenSSL takes by default. */
const MAX_SCRYPT_BYTES = 32 * 1024 * 1024;

interface ScryptCost {
	readonly cost: number;
	readonly blockSize: number;
	readonly parallelization: number;
}

async function runScrypt(
	passphrase: string,
	salt: Uint8Array,
	length: number,
	{cost, blockSize, parallelization}: ScryptCost,
	budget: Rounds,
): Promise<Uint8Array> {
	const bytes = 128 * blockSize * (cost + parallelization);
	if (!(bytes > 0 && bytes <= MAX_SCRYPT_BYTES)) {
		throw new OpeningError('too-costly', 'Its key derivation asks for more memory than is spent on a file here.');
	}

	budget.spend(cost * blockSize * parallelization, 1);
	return new Promise((resolve, reject) => {
		scrypt(passphrase, salt, length, {cost, blockSize, parallelization, maxmem: 2 * bytes + 1024}, (error, key) => {
			if (error) {
				reject(unsupported('settings of scrypt that make no sense'));
			} else {
				resolve(key);
			}
		});
	});
}

function unsupported(what: string): OpeningError {
	return new OpeningError('unsupported', `It is protected with ${what}, which cannot be read here.`);
}
