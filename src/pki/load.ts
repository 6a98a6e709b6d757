import {createPrivateKey, createPublicKey, type KeyObject} from 'node:crypto';
import {ExpectedError} from '../errors.ts';
import {printable} from '../printable.ts';
import {Certificate} from './certificate.ts';
import {type Intake, type Item, type ItemKind, takeIn} from './intake.ts';
import {keyDerivationRounds} from './key-encryption.ts';

/**
 * Every certificate in a file, in its order: PEM with any number of blocks, or one in DER. Keys beside them are passed over.
 *
 * @param path - Only names the file in messages.
 * @throws {ExpectedError} `FILE_EMPTY`, `FILE_ENCODING`, `CERTIFICATE_EXPECTED` or `CERTIFICATE_UNREADABLE`.
 */
export function loadCertificates(bytes: Uint8Array, path: string): readonly [Certificate, ...Certificate[]] {
	const intake = takeInText(bytes, path, 'certificate');
	const [first, ...rest] = intake.items
		.filter(({kind}) => kind === 'certificate')
		.map(item => readCertificate(item, path));
	const [problem] = intake.problems;
	if (problem && (!first || problem.kind === 'bad-base64' || problem.kind === 'no-end')) {
		throw damaged('CERTIFICATE_UNREADABLE', path, problem.message);
	}

	if (!first) {
		throw notA('certificate', intake, path);
	}

	return [first, ...rest];
}

/**
 * The only certificate in a file.
 *
 * @throws {ExpectedError} `CERTIFICATE_COUNT` if there are several; otherwise as {@link loadCertificates}.
 */
export function loadCertificate(bytes: Uint8Array, path: string): Certificate {
	const [first, ...rest] = loadCertificates(bytes, path);
	if (rest.length > 0) {
		throw new ExpectedError(
			'CERTIFICATE_COUNT',
			`${printable(path)} holds ${rest.length + 1} certificates where one is due.`,
			{next: ['Put the certificate alone in a file, and those of its issuers in another.']},
		);
	}

	return first;
}

/** An anchor takes this many certificates (fact sheet, CA-21). */
const MAX_ANCHOR_CERTIFICATES = 2;

/**
 * The certificates of a trust anchor: one, or two while the issuer changes.
 *
 * @throws {ExpectedError} `CERTIFICATE_COUNT` if there are more; `CERTIFICATE_EXPECTED` also if a private key lies beside
 * them, since the file's text is meant to leave the machine (fact sheet, CA-24); otherwise as {@link loadCertificates}.
 */
export function loadAnchorCertificates(bytes: Uint8Array, path: string): readonly [Certificate, ...Certificate[]] {
	const certificates = loadCertificates(bytes, path);
	if (takeIn(bytes).items.some(({kind}) => kind.endsWith('private-key'))) {
		throw new ExpectedError(
			'CERTIFICATE_EXPECTED',
			`${printable(path)} holds a private key beside the certificate, and a trust anchor is public.`,
			{next: ['Put the certificate alone in a file and give that.']},
		);
	}

	if (certificates.length > MAX_ANCHOR_CERTIFICATES) {
		throw new ExpectedError(
			'CERTIFICATE_COUNT',
			`${printable(path)} holds ${certificates.length} certificates; a trust anchor takes ${MAX_ANCHOR_CERTIFICATES} at most.`,
			{next: ['Keep the issuer that signs the end-entity certificates, and its successor if there is one.']},
		);
	}

	return certificates;
}

/**
 * The private key in a PEM file: PKCS#8, encrypted PKCS#8, PKCS#1 or SEC1. Other blocks are passed over.
 *
 * @param path - Only names the file in messages.
 * @param passphrase - For an encrypted key; otherwise not looked at.
 * @throws {ExpectedError} `FILE_EMPTY`, `FILE_ENCODING`, `KEY_EXPECTED`, `KEY_COUNT`, `KEY_UNREADABLE`,
 * `KEY_ENCRYPTION_UNSUPPORTED`, `PASSPHRASE_NEEDED`, `PASSPHRASE_EMPTY` or `PASSPHRASE_WRONG`.
 */
export function loadPrivateKey(bytes: Uint8Array, path: string, passphrase?: string): KeyObject {
	const intake = takeInText(bytes, path, 'private key');
	const keys = intake.items.filter(({kind}) => KEY_KINDS.has(kind));
	const [key] = keys;
	const [problem] = intake.problems;
	if (problem && !key) {
		throw damaged('KEY_UNREADABLE', path, problem.message);
	}

	if (!key) {
		throw notA('private key', intake, path);
	}

	if (keys.length > 1) {
		throw new ExpectedError('KEY_COUNT', `${printable(path)} holds ${keys.length} private keys where one is due.`, {
			next: ['Put the key that belongs to the certificate alone in a file.'],
		});
	}

	if (intake.form === 'der') {
		throw new ExpectedError('KEY_EXPECTED', `${printable(path)} holds a private key in DER, and PEM is due.`, {
			next: [`openssl pkey -inform DER -in ${shellWord(path)} -out key.pem`],
		});
	}

	return readKey(key, path, passphrase);
}

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

const KEY_KINDS: ReadonlySet<ItemKind> = new Set([
	'private-key',
	'encrypted-private-key',
	'legacy-encrypted-private-key',
]);

type Wanted = 'certificate' | 'private key';

function takeInText(bytes: Uint8Array, path: string, wanted: Wanted): Intake {
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

function readCertificate({der, line}: Item, path: string): Certificate {
	const certificate = Certificate.read(der);
	if (!certificate.ok) {
		const where = line === undefined ? '' : ` that begins in line ${line}`;
		throw damaged(
			'CERTIFICATE_UNREADABLE',
			path,
			`The certificate${where} is not sound: ${certificate.problem.message}`,
		);
	}

	return certificate.value;
}

function readKey(item: Item, path: string, passphrase: string | undefined): KeyObject {
	if (item.kind === 'legacy-encrypted-private-key') {
		throw new ExpectedError(
			'KEY_ENCRYPTION_UNSUPPORTED',
			`The key in ${printable(path)} is encrypted in the old way of OpenSSL (Proc-Type: 4,ENCRYPTED), which the official helper cannot read either.`,
			{next: [`openssl pkcs8 -topk8 -v2 aes-256-cbc -in ${shellWord(path)} -out key.pem`]},
		);
	}

	if (item.kind === 'encrypted-private-key') {
		return decryptKey(item.der, path, passphrase);
	}

	try {
		return createPrivateKey({key: Buffer.from(item.der), format: 'der', type: item.keyFormat ?? 'pkcs8'});
	} catch (error) {
		throw damaged('KEY_UNREADABLE', path, 'The private key in it cannot be read', error);
	}
}

/** More rounds than this would keep the program busy for minutes before it knew whether the passphrase is right. */
const MAX_ROUNDS = 50_000_000;

function decryptKey(der: Uint8Array, path: string, passphrase: string | undefined): KeyObject {
	if (passphrase === undefined) {
		throw new ExpectedError('PASSPHRASE_NEEDED', `The private key in ${printable(path)} is encrypted.`, {
			next: ['Give its passphrase with --passphrase-file FILE or --passphrase-env VARIABLE.'],
		});
	}

	if (passphrase === '') {
		throw new ExpectedError(
			'PASSPHRASE_EMPTY',
			`The private key in ${printable(path)} is encrypted and the passphrase is empty.`,
			{
				next: ['Check the file or the environment variable that the passphrase comes from.'],
			},
		);
	}

	if ((keyDerivationRounds(der) ?? 0) > MAX_ROUNDS) {
		throw encryptionUnsupported(path, undefined);
	}

	try {
		return createPrivateKey({key: Buffer.from(der), format: 'der', type: 'pkcs8', passphrase});
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : '';
		if (code.includes('UNSUPPORTED')) {
			throw encryptionUnsupported(path, error);
		}

		if (code.includes('ASN1')) {
			throw damaged('KEY_UNREADABLE', path, 'The encrypted private key in it cannot be read', error);
		}

		throw new ExpectedError('PASSPHRASE_WRONG', `The passphrase does not open the private key in ${printable(path)}.`, {
			next: ['Check the passphrase: its file or variable, upper and lower case, and another keyboard layout.'],
			cause: error,
		});
	}
}

function encryptionUnsupported(path: string, cause: unknown): ExpectedError {
	return new ExpectedError(
		'KEY_ENCRYPTION_UNSUPPORTED',
		`The key in ${printable(path)} is encrypted in a way that cannot be read here.`,
		{next: [`openssl pkcs8 -topk8 -v2 aes-256-cbc -in ${shellWord(path)} -out key.pem`], cause},
	);
}

function damaged(
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

function notA(wanted: Wanted, {items}: Intake, path: string): ExpectedError {
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
function shellWord(path: string): string {
	return /^[\w./][\w./-]*$/.test(path) ? path : 'FILE';
}
