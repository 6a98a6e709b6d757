import {type KeyObject, sign, verify} from 'node:crypto';

/** One way of signing a CreateSession request with the key of a certificate (fact sheet, WIRE-13 and WIRE-14). */
export interface SigningAlgorithm {
	/** The first word of the Authorization header and of the string to sign. */
	readonly token: string;
	sign(message: Uint8Array, privateKey: KeyObject): Uint8Array;
	/** False, never an exception, for any bytes that are no such signature. */
	verify(message: Uint8Array, publicKey: KeyObject, signature: Uint8Array): boolean;
}

/**
 * The algorithm for each type of key, as `KeyObject` names the types. RSA is PKCS#1 v1.5, ECDSA is
 * DER-encoded, and both hash with SHA-256 whatever the size of the key or the curve.
 *
 * `rsa-pss` is not here: Node would sign PSS with it without a word, and the service cannot verify that (WIRE-17).
 */
const ALGORITHMS: ReadonlyMap<string | undefined, SigningAlgorithm> = new Map([
	['rsa', hashedWithSha256('AWS4-X509-RSA-SHA256')],
	['ec', hashedWithSha256('AWS4-X509-ECDSA-SHA256')],
]);

/** How requests are signed with a key of this type, private or public; undefined when the service takes no such key. */
export function signingAlgorithmOf({asymmetricKeyType}: KeyObject): SigningAlgorithm | undefined {
	return ALGORITHMS.get(asymmetricKeyType);
}

function hashedWithSha256(token: string): SigningAlgorithm {
	return {
		token,
		sign: (message, privateKey) => sign('sha256', message, privateKey),
		verify(message, publicKey, signature) {
			try {
				return verify('sha256', message, publicKey, signature);
			} catch {
				return false;
			}
		},
	};
}
