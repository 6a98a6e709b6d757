import type {KeyObject} from 'node:crypto';
import {
	bitString,
	explicit,
	integer,
	nothing,
	objectIdentifier,
	octetString,
	sequence,
	unsignedInteger,
} from './der-writer.ts';

/** A public key as certificates carry it. */
export interface EncodedPublicKey {
	/** SubjectPublicKeyInfo, EC always with a named curve. RFC 5280, 4.1.2.7; RFC 5480, 2.1.1. */
	readonly spki: Uint8Array;
	/** What its BIT STRING holds, from which key identifiers are made. */
	readonly bits: Uint8Array;
}

const RSA_ENCRYPTION = sequence(objectIdentifier('1.2.840.113549.1.1.1'), nothing);
const EC_PUBLIC_KEY = objectIdentifier('1.2.840.10045.2.1');
const CURVES: ReadonlyMap<string | undefined, Uint8Array> = new Map([
	['P-256', objectIdentifier('1.2.840.10045.3.1.7')],
	['P-384', objectIdentifier('1.3.132.0.34')],
	['P-521', objectIdentifier('1.3.132.0.35')],
]);

/**
 * Encodes the public half of an RSA key or of an EC key on a NIST curve; `key` may be either half.
 *
 * Through JWK, because Node's own SPKI export takes longer than signing the certificate (ADR 1).
 */
export function encodePublicKey(key: KeyObject): EncodedPublicKey {
	if (key.asymmetricKeyType === 'rsa') {
		const bits = encodeRsaPublicKey(key);
		return {spki: sequence(RSA_ENCRYPTION, bitString(bits)), bits};
	}

	const {algorithm, point} = readEcKey(key);
	return {spki: sequence(algorithm, bitString(point)), bits: point};
}

/** Encodes a private key as an unencrypted PKCS#8 PrivateKeyInfo (RFC 5208, 5; RFC 5915), the same bytes as Node's own export. */
export function encodePrivateKey(key: KeyObject): Uint8Array {
	if (key.asymmetricKeyType === 'rsa') {
		return key.export({type: 'pkcs8', format: 'der'});
	}

	const {algorithm, point, scalar} = readEcKey(key);
	const ecPrivateKey = sequence(integer(1), octetString(scalar), explicit(1, bitString(point)));
	return sequence(integer(0), algorithm, octetString(ecPrivateKey));
}

/** RSAPublicKey of RFC 8017, A.1.1. */
function encodeRsaPublicKey(key: KeyObject): Uint8Array {
	const {n = '', e = ''} = key.export({format: 'jwk'});
	return sequence(unsignedInteger(Buffer.from(n, 'base64url')), unsignedInteger(Buffer.from(e, 'base64url')));
}

/** The uncompressed point of SEC 1, 2.3.3; JWK pads coordinates and scalar to the size of the field (RFC 7518, 6.2). */
function readEcKey(key: KeyObject) {
	const {crv, x = '', y = '', d = ''} = key.export({format: 'jwk'});
	const curve = CURVES.get(crv);
	if (curve === undefined) {
		throw new Error(`keys on the curve ${crv} are not encoded here`);
	}

	return {
		algorithm: sequence(EC_PUBLIC_KEY, curve),
		point: Buffer.concat([Uint8Array.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]),
		scalar: Buffer.from(d, 'base64url'),
	};
}
