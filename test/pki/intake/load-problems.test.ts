import {expect, test} from 'vitest';
import {loadCertificates, loadPrivateKey} from '../../../src/pki/intake/load.ts';
import {thrownBy} from '../../support/key-files.ts';

function block(label: string): Uint8Array {
	return Buffer.from(`-----BEGIN ${label}-----\nAAAA\n-----END ${label}-----\n`);
}

test.each([
	['PKCS7', 'a PKCS#7 bundle', 'openssl pkcs7 -print_certs -in FILE -out NEW_FILE'],
	['X509 CRL', 'a list of revoked certificates', 'Give a PEM file with -----BEGIN CERTIFICATE----- in it.'],
	['OPENSSH PRIVATE KEY', 'an OpenSSH private key', 'Give a PEM file with -----BEGIN CERTIFICATE----- in it.'],
	['PGP MESSAGE', 'something else', 'Give a PEM file with -----BEGIN CERTIFICATE----- in it.'],
])('where a certificate is due, %s is named with a way out', (label, holds, next) => {
	expect(thrownBy(() => loadCertificates(block(label), 'a.pem'))).toEqual({
		code: 'CERTIFICATE_EXPECTED',
		message: `a.pem holds ${holds} where a certificate is due.`,
		next: [next],
	});
});

test.each([
	['OPENSSH PRIVATE KEY', 'an OpenSSH private key', 'ssh-keygen -p -m PKCS8 -f COPY_OF_THE_FILE'],
	[
		'TSS2 PRIVATE KEY',
		'a private key that a TPM guards',
		'Only the official helper can use such a key: aws_signing_helper with --private-key.',
	],
	['CERTIFICATE REQUEST', 'a certificate signing request', 'Give a PEM file with -----BEGIN PRIVATE KEY----- in it.'],
])('where a private key is due, %s is named with a way out', (label, holds, next) => {
	expect(thrownBy(() => loadPrivateKey(block(label), 'a.pem'))).toEqual({
		code: 'KEY_EXPECTED',
		message: `a.pem holds ${holds} where a private key is due.`,
		next: [next],
	});
});
