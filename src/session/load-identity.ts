import {ExpectedError} from '../errors.ts';
import {readBytes} from '../files/read.ts';
import type {Certificate} from '../pki/certificate/certificate.ts';
import {keyMatchesCertificate, loadCertificates, loadPrivateKey, requireMatchingKey} from '../pki/intake/load.ts';
import {printable} from '../printable.ts';
import {chainOf} from './chain.ts';
import type {SigningIdentity} from './sign.ts';

/** Where an identity is kept. */
export interface IdentityFiles {
	/** Path of the end-entity certificate; others in the same file are taken for its chain. */
	readonly certificate: string;
	/** Path of its private key. */
	readonly privateKey: string;
	/** Path of intermediate certificates. */
	readonly intermediates?: string | undefined;
	/** Of the private key, when that is encrypted. */
	readonly passphrase?: string | undefined;
}

/**
 * Reads what signs CreateSession requests, and checks what costs nothing before the service is asked.
 *
 * The end-entity certificate is the one that belongs to the key, wherever it stands in its file (CH-08).
 *
 * @throws {ExpectedError} `KEY_MISMATCH`, `CERTIFICATE_NOT_VALID_NOW`, and what reading the files throws.
 */
export async function loadIdentity(files: IdentityFiles, at: Date): Promise<SigningIdentity> {
	const [certificateBytes, keyBytes, intermediateBytes] = await Promise.all([
		readBytes(files.certificate),
		readBytes(files.privateKey),
		files.intermediates === undefined ? undefined : readBytes(files.intermediates),
	]);
	const certificates = loadCertificates(certificateBytes, files.certificate);
	const intermediates =
		intermediateBytes && files.intermediates !== undefined
			? loadCertificates(intermediateBytes, files.intermediates)
			: [];
	const privateKey = loadPrivateKey(keyBytes, files.privateKey, files.passphrase);
	const certificate = certificates.find(candidate => keyMatchesCertificate(privateKey, candidate)) ?? certificates[0];
	requireMatchingKey(privateKey, files.privateKey, certificate, files.certificate);
	requireValidNow(certificate, files.certificate, at);
	return {
		certificate: certificate.der,
		serial: certificate.serial.decimal,
		chain: chainOf(certificate, [...certificates, ...intermediates]).map(({der}) => der),
		privateKey,
	};
}

/** The service says nothing clear of an expired certificate (ERR-05), so it is not asked. */
function requireValidNow({validity: {notBefore, notAfter}}: Certificate, path: string, at: Date): void {
	if (at > notAfter) {
		throw notValid(`${printable(path)} expired at ${notAfter.toISOString()}.`, [
			'Issue a new certificate: anchorsmith issue',
			`If it should still be valid, set this machine's clock, which says ${at.toISOString()}`,
		]);
	}

	if (at < notBefore) {
		throw notValid(`${printable(path)} is not valid before ${notBefore.toISOString()}.`, [
			`Set this machine's clock, which says ${at.toISOString()}, or wait until then`,
		]);
	}
}

function notValid(message: string, next: readonly [string, ...string[]]): ExpectedError {
	return new ExpectedError('CERTIFICATE_NOT_VALID_NOW', `The certificate in ${message}`, {next});
}
