import type {KeyObject} from 'node:crypto';
import {ExpectedError} from '../../errors.ts';
import {printable} from '../../printable.ts';
import {nothing, objectIdentifier, sequence} from '../der/der-writer.ts';

/** The kinds of key that are made here: those that the service documents and that are proven or policy (CA-09, CA-10, EE-07). */
export const KEY_ALGORITHMS = ['p256', 'p384', 'p521', 'rsa2048', 'rsa3072', 'rsa4096'] as const;

/** A kind of key, as typed after `--algorithm`. */
export type KeyAlgorithm = (typeof KEY_ALGORITHMS)[number];

/** What is used where nobody says otherwise. */
export const DEFAULT_KEY_ALGORITHM: KeyAlgorithm = 'p256';

/**
 * Reads the name of a kind of key.
 *
 * @throws {ExpectedError} `ALGORITHM_UNSUPPORTED` for anything else, such as `rsa1024` or an unknown curve.
 */
export function readKeyAlgorithm(text: string): KeyAlgorithm {
	const algorithm = KEY_ALGORITHMS.find(known => known === text);
	if (algorithm === undefined) {
		throw new ExpectedError('ALGORITHM_UNSUPPORTED', `"${printable(text)}" is not a kind of key that is made here.`, {
			next: [`Choose one of ${KEY_ALGORITHMS.join(', ')}`],
		});
	}

	return algorithm;
}

/** The kind of a key, or undefined when it is none that is made here. */
export function findKeyAlgorithm(key: KeyObject): KeyAlgorithm | undefined {
	const {namedCurve, modulusLength} = key.asymmetricKeyDetails ?? {};
	switch (key.asymmetricKeyType) {
		case 'ec':
			return namedCurve === undefined ? undefined : EC_BY_OPENSSL_NAME.get(namedCurve);
		case 'rsa':
			return modulusLength === undefined ? undefined : RSA_BY_MODULUS.get(modulusLength);
		default:
			return undefined;
	}
}

const EC_BY_OPENSSL_NAME: ReadonlyMap<string, KeyAlgorithm> = new Map([
	['prime256v1', 'p256'],
	['secp384r1', 'p384'],
	['secp521r1', 'p521'],
]);
const RSA_BY_MODULUS: ReadonlyMap<number, KeyAlgorithm> = new Map([
	[2048, 'rsa2048'],
	[3072, 'rsa3072'],
	[4096, 'rsa4096'],
]);

/** How a certificate is signed: the hash as Node names it and the DER of the AlgorithmIdentifier. */
export interface SignatureAlgorithm {
	readonly hash: 'sha256' | 'sha384' | 'sha512';
	readonly der: Uint8Array;
}

/** SHA-256 with RSA and P-256, and for the larger curves the hash as strong as they are (CA-08). RFC 5758, 3.2; RFC 4055, 5. */
const RSA_SHA256: SignatureAlgorithm = {
	hash: 'sha256',
	der: sequence(objectIdentifier('1.2.840.113549.1.1.11'), nothing),
};
const SIGNATURE_ALGORITHMS: Readonly<Record<KeyAlgorithm, SignatureAlgorithm>> = {
	p256: {hash: 'sha256', der: sequence(objectIdentifier('1.2.840.10045.4.3.2'))},
	p384: {hash: 'sha384', der: sequence(objectIdentifier('1.2.840.10045.4.3.3'))},
	p521: {hash: 'sha512', der: sequence(objectIdentifier('1.2.840.10045.4.3.4'))},
	rsa2048: RSA_SHA256,
	rsa3072: RSA_SHA256,
	rsa4096: RSA_SHA256,
};

/**
 * How a key signs certificates.
 *
 * @throws {ExpectedError} `ALGORITHM_UNSUPPORTED` when issuers here cannot have such a key.
 */
export function signatureAlgorithmOf(key: KeyObject): SignatureAlgorithm {
	const algorithm = findKeyAlgorithm(key);
	if (algorithm === undefined) {
		throw new ExpectedError(
			'ALGORITHM_UNSUPPORTED',
			`An issuer with a key of type ${key.asymmetricKeyType ?? 'unknown'} cannot sign here.`,
			{next: [`Use an issuer whose key is one of ${KEY_ALGORITHMS.join(', ')}`]},
		);
	}

	return SIGNATURE_ALGORITHMS[algorithm];
}
