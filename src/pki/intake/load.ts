import {createPublicKey, type KeyObject} from 'node:crypto';
import {ExpectedError} from '../../errors.ts';
import {printable} from '../../printable.ts';
import type {Certificate} from '../certificate/certificate.ts';

export {loadAnchorCertificates, loadCertificate, loadCertificates} from './load-certificates.ts';
export {loadPrivateKey} from './load-private-key.ts';

/** True when the certificate certifies the public half of the key, whatever form either is written in. */
export function keyMatchesCertificate(key: KeyObject, certificate: Certificate): boolean {
	const certified = certificate.publicKey.toKeyObject();
	if (!certified.ok || key.type === 'secret') {
		return false;
	}

	// Of two types of key, equals() would leave an error behind in OpenSSL, on which the next reading of a key fails.
	return (
		certified.value.asymmetricKeyType === key.asymmetricKeyType &&
		certified.value.equals(key.type === 'private' ? createPublicKey(key) : key)
	);
}

/** @throws {ExpectedError} `KEY_MISMATCH` unless {@link keyMatchesCertificate}. */
export function requireMatchingKey(key: KeyObject, keyPath: string, certificate: Certificate, path: string): void {
	if (!keyMatchesCertificate(key, certificate)) {
		throw new ExpectedError(
			'KEY_MISMATCH',
			`The private key in ${printable(keyPath)} does not belong to the certificate in ${printable(path)}.`,
			{next: ['Give the key that the certificate was requested with, or request a certificate for this key.']},
		);
	}
}
