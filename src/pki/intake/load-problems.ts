import {ExpectedError} from '../../errors.ts';
import {printable} from '../../printable.ts';
import {type Intake, type ItemKind, takeIn} from './intake.ts';

/** What a file was given for. */
export type Wanted = 'certificate' | 'private key';

/**
 * What stands in a file in a way that every reader takes.
 *
 * @throws {ExpectedError} `FILE_EMPTY`; `FILE_ENCODING` for UTF-16; `CERTIFICATE_UNREADABLE` or `KEY_UNREADABLE` for what
 * can be made out, but not by every reader.
 */
export function takeInText(bytes: Uint8Array, path: string, wanted: Wanted): Intake {
	const intake = takeIn(bytes);
	if (intake.form === 'empty') {
		throw new ExpectedError('FILE_EMPTY', `${printable(path)} is empty where a ${wanted} is due.`, {
			next: ['Check that this is the file that you mean, and that what made it did not fail.'],
		});
	}

	if (intake.form === 'utf-16') {
		throw new ExpectedError('FILE_ENCODING', `${printable(path)} is written in UTF-16, and PEM is plain ASCII.`, {
			next: [conversion('iconv -f utf-16 -t utf-8', path, '>')],
		});
	}

	const plain = intake.items.filter(({isPlain}) => isPlain);
	const other = intake.items.find(({isPlain, kind}) => !isPlain && KINDS[wanted](kind));
	const [reason] = [...(other?.notes ?? []), ...intake.notes];
	if (other && reason && intake.problems.length === 0 && !plain.some(({kind}) => KINDS[wanted](kind))) {
		throw damaged(CODES[wanted], path, reason.message.replace(/\.$/, ''));
	}

	return {...intake, items: plain};
}

const KINDS: Readonly<Record<Wanted, (kind: ItemKind) => boolean>> = {
	certificate: kind => kind === 'certificate',
	'private key': kind => kind.endsWith('private-key'),
};

const CODES = {certificate: 'CERTIFICATE_UNREADABLE', 'private key': 'KEY_UNREADABLE'} as const;

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

/** How messages name what a file holds. */
const NAMES: Readonly<Record<ItemKind, string>> = {
	certificate: 'a certificate',
	'private-key': 'a private key',
	'encrypted-private-key': 'an encrypted private key',
	'legacy-encrypted-private-key': 'an encrypted private key',
	'openssh-private-key': 'an OpenSSH private key',
	'tpm-private-key': 'a private key that a TPM guards',
	'public-key': 'a public key',
	'certificate-request': 'a certificate signing request',
	crl: 'a list of revoked certificates',
	pkcs7: 'a PKCS#7 bundle',
	pkcs12: 'a PKCS#12 bundle',
	'kubernetes-secret': 'a Kubernetes Secret',
	'ec-parameters': 'EC parameters without a key',
	damaged: 'damaged PEM',
	unknown: 'something else',
};

const SWAPPED = 'Check that the certificate and the private key are not swapped.';

/** What to do about a file that holds another thing than the one wanted, where there is more to say than to give another. */
const WAYS_OUT: Readonly<Record<Wanted, Partial<Record<ItemKind, string>>>> = {
	certificate: {
		'private-key': SWAPPED,
		'encrypted-private-key': SWAPPED,
		'legacy-encrypted-private-key': SWAPPED,
		'certificate-request': 'Have it signed first: anchorsmith sign CSR --issuer NAME',
		pkcs7: 'openssl pkcs7 -print_certs -in FILE -out NEW_FILE',
		pkcs12: 'openssl pkcs12 -nokeys -in FILE -out NEW_FILE',
	},
	'private key': {
		certificate: SWAPPED,
		'openssh-private-key': 'ssh-keygen -p -m PKCS8 -f COPY_OF_THE_FILE',
		'tpm-private-key': 'Only the official helper can use such a key: aws_signing_helper with --private-key.',
		pkcs12: 'openssl pkcs12 -nocerts -in FILE -out NEW_FILE',
	},
};

/** What to say of a file that holds something else. */
export function notA(wanted: Wanted, {items}: Intake, path: string): ExpectedError {
	const [item] = items.filter(({kind}) => kind !== 'ec-parameters').concat(items);
	const holds = item ? NAMES[item.kind] : 'neither PEM nor DER';
	const label = wanted === 'certificate' ? 'CERTIFICATE' : 'PRIVATE KEY';
	const wayOut = item && WAYS_OUT[wanted][item.kind];
	return new ExpectedError(
		wanted === 'certificate' ? 'CERTIFICATE_EXPECTED' : 'KEY_EXPECTED',
		`${printable(path)} holds ${holds} where a ${wanted} is due.`,
		{next: [wayOut ?? `Give a PEM file with -----BEGIN ${label}----- in it.`]},
	);
}

/** A command line that reads the file and writes another beside it; with a placeholder for paths that a shell would not take. */
export function conversion(command: string, path: string, output: '-out' | '>'): string {
	const word = /^[\w./][\w./-]*$/.test(path) ? path : 'FILE';
	return `${command} ${word} ${output} ${word}.new`;
}
