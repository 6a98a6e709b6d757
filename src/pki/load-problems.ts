import {ExpectedError} from '../errors.ts';
import {printable} from '../printable.ts';
import {type Intake, type ItemKind, takeIn} from './intake.ts';

/** What a file was given for. */
export type Wanted = 'certificate' | 'private key';

/** @throws {ExpectedError} `FILE_EMPTY`, or `FILE_ENCODING` for UTF-16. */
export function takeInText(bytes: Uint8Array, path: string, wanted: Wanted): Intake {
	const intake = takeIn(bytes);
	if (intake.form === 'empty') {
		throw new ExpectedError('FILE_EMPTY', `${printable(path)} is empty where a ${wanted} is due.`, {
			next: ['Check that this is the file that you mean, and that what made it did not fail.'],
		});
	}

	if (intake.form === 'utf-16') {
		throw new ExpectedError('FILE_ENCODING', `${printable(path)} is written in UTF-16, and PEM is plain ASCII.`, {
			next: [`iconv -f utf-16 -t utf-8 ${shellWord(path)} > converted.pem`],
		});
	}

	return intake;
}

/** What to say of a file that is of the right kind and cannot be read. */
export function damaged(
	code: 'CERTIFICATE_UNREADABLE' | 'KEY_UNREADABLE',
	path: string,
	what: string,
	cause?: unknown,
): ExpectedError {
	return new ExpectedError(code, `${printable(path)} is damaged. ${what}.`, {
		next: ['Copy or export the file again, as it is: with its line breaks, and not through a chat or a form.'],
		cause,
	});
}

/** What a file holds instead, and what to do about it. */
const INSTEAD: Readonly<Record<ItemKind, readonly [holds: string, next?: string]>> = {
	certificate: ['a certificate'],
	'private-key': ['a private key'],
	'encrypted-private-key': ['an encrypted private key'],
	'legacy-encrypted-private-key': ['an encrypted private key'],
	'openssh-private-key': ['an OpenSSH private key', 'ssh-keygen -p -m PKCS8 -f COPY_OF_THE_KEY'],
	'tpm-private-key': ['a private key that a TPM guards', 'Only the official helper can use such a key.'],
	'public-key': ['a public key'],
	'certificate-request': ['a certificate signing request', 'Have it signed first: anchorsmith sign CSR --issuer NAME'],
	crl: ['a list of revoked certificates'],
	pkcs7: ['a PKCS#7 bundle', 'openssl pkcs7 -print_certs -in FILE -out certificates.pem'],
	pkcs12: ['a PKCS#12 bundle', 'openssl pkcs12 -in FILE -nokeys -out certificates.pem'],
	'ec-parameters': ['EC parameters without a key'],
	unknown: ['something else'],
};

/** What to say of a file that holds something else. */
export function notA(wanted: Wanted, {items}: Intake, path: string): ExpectedError {
	const [item] = items.filter(({kind}) => kind !== 'ec-parameters').concat(items);
	const [holds, next] = item ? INSTEAD[item.kind] : ['neither PEM nor DER'];
	const isSwapped = wanted === 'certificate' ? item?.kind.endsWith('private-key') : item?.kind === 'certificate';
	return new ExpectedError(
		wanted === 'certificate' ? 'CERTIFICATE_EXPECTED' : 'KEY_EXPECTED',
		`${printable(path)} holds ${holds} where a ${wanted} is due.`,
		{
			next: [
				next ??
					(isSwapped
						? 'Check that the certificate and the private key are not swapped.'
						: `Give a PEM file with -----BEGIN ${wanted === 'certificate' ? 'CERTIFICATE' : 'PRIVATE KEY'}----- in it.`),
			],
		},
	);
}

/** The path where a shell takes it as it is, otherwise a placeholder. */
export function shellWord(path: string): string {
	return /^[\w./][\w./-]*$/.test(path) ? path : 'FILE';
}
