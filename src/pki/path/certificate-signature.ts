import {constants, type KeyObject, verify} from 'node:crypto';
import {printable} from '../../printable.ts';
import type {Certificate} from '../certificate/certificate.ts';
import type {PublicKeyKind} from '../certificate/public-key.ts';
import {areSameBytes} from '../der/der-values.ts';

/** Why one certificate is not proven to be signed by the key of another. */
export interface SignatureProblem {
	/** `algorithm` when the signature is not even looked at. */
	readonly kind: 'algorithm' | 'signature';
	readonly message: string;
}

interface Algorithm {
	readonly keyKind: PublicKeyKind;
	/** Undefined where the message itself is signed. */
	readonly digest: string | undefined;
}

/** Signature algorithms that the service takes on certificates (fact sheet, CA-08), by object identifier. */
const ALGORITHMS: ReadonlyMap<string, Algorithm> = new Map([
	['1.2.840.113549.1.1.11', {keyKind: 'rsa', digest: 'sha256'}],
	['1.2.840.113549.1.1.12', {keyKind: 'rsa', digest: 'sha384'}],
	['1.2.840.113549.1.1.13', {keyKind: 'rsa', digest: 'sha512'}],
	['1.2.840.10045.4.3.2', {keyKind: 'ec', digest: 'sha256'}],
	['1.2.840.10045.4.3.3', {keyKind: 'ec', digest: 'sha384'}],
	['1.2.840.10045.4.3.4', {keyKind: 'ec', digest: 'sha512'}],
	['2.16.840.1.101.3.4.3.17', {keyKind: 'ml-dsa', digest: undefined}],
	['2.16.840.1.101.3.4.3.18', {keyKind: 'ml-dsa', digest: undefined}],
	['2.16.840.1.101.3.4.3.19', {keyKind: 'ml-dsa', digest: undefined}],
]);

/**
 * Verifies that the issuer's key signed the certificate (RFC 5280, section 6.1.3 (a)(1)).
 *
 * @returns undefined when it did.
 */
export function signatureProblem(certificate: Certificate, issuer: Certificate): SignatureProblem | undefined {
	const {signatureAlgorithm, tbsSignatureAlgorithm} = certificate;
	const name = printable(signatureAlgorithm.name ?? signatureAlgorithm.oid);
	const algorithm = ALGORITHMS.get(signatureAlgorithm.oid);
	if (!algorithm) {
		return {
			kind: 'algorithm',
			message: `is signed with ${name}, which is none of RSA (PKCS #1), ECDSA or ML-DSA with SHA-256 or stronger`,
		};
	}

	if (!areSameBytes(signatureAlgorithm.der, tbsSignatureAlgorithm.der)) {
		return {kind: 'algorithm', message: 'names one signature algorithm inside its signed part and another outside'};
	}

	if (issuer.publicKey.kind !== algorithm.keyKind) {
		return {
			kind: 'signature',
			message: `is signed with ${name}, which the issuer's ${issuer.publicKey.kind} key cannot have done`,
		};
	}

	const key = issuer.publicKey.toKeyObject();
	if (!key.ok) {
		return {kind: 'signature', message: `cannot be verified, because the issuer's key is unusable: ${key.problem}`};
	}

	return isSignedBy(key.value, algorithm, certificate)
		? undefined
		: {kind: 'signature', message: "has a signature that the issuer's key did not make"};
}

function isSignedBy(key: KeyObject, {keyKind, digest}: Algorithm, {tbs, signature}: Certificate): boolean {
	try {
		return keyKind === 'rsa'
			? verify(digest, tbs, {key, padding: constants.RSA_PKCS1_PADDING}, signature)
			: verify(digest, tbs, key, signature);
	} catch {
		return false; // Node throws on some malformed signatures instead of answering.
	}
}
