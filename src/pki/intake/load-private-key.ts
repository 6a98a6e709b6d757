import {createPrivateKey, type KeyObject} from 'node:crypto';
import {ExpectedError} from '../../errors.ts';
import {printable} from '../../printable.ts';
import {keyDerivationRounds, keyEncryption} from '../keys/key-encryption.ts';
import type {Item, ItemKind} from './intake.ts';
import {conversion, damaged, notA, takeInText} from './load-problems.ts';

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
			next: [conversion('openssl pkey -inform DER -in', path, '-out')],
		});
	}

	return readKey(key, path, passphrase);
}

const KEY_KINDS: ReadonlySet<ItemKind> = new Set([
	'private-key',
	'encrypted-private-key',
	'legacy-encrypted-private-key',
]);

function readKey(item: Item, path: string, passphrase: string | undefined): KeyObject {
	if (item.kind === 'legacy-encrypted-private-key') {
		throw new ExpectedError(
			'KEY_ENCRYPTION_UNSUPPORTED',
			`The key in ${printable(path)} is encrypted in the old way of OpenSSL (Proc-Type: 4,ENCRYPTED), which the official helper cannot read either.`,
			{next: [conversion('openssl pkcs8 -topk8 -v2 aes-256-cbc -in', path, '-out')]},
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

		// Of 256 wrong passphrases one decrypts to something, which is no key then.
		if (code.includes('ASN1') && !keyEncryption(der)) {
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
		{next: [conversion('openssl pkcs8 -topk8 -v2 aes-256-cbc -in', path, '-out')], cause},
	);
}
