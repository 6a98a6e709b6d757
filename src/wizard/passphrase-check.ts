import path from 'node:path';
import {ExpectedError} from '../errors.ts';
import {readBytes} from '../files/read.ts';
import {type PassphraseSurroundings, readPassphrase} from '../files/read-passphrase.ts';
import {loadPrivateKey} from '../pki/intake/load.ts';
import {IssuerStore, issuerFiles} from '../pki/store/issuer-store.ts';
import {type PlaceSurroundings, setupPlace} from '../setup/place.ts';
import type {Answers} from './answers.ts';
import type {SecretSource} from './field.ts';

/** What finding out about the key of an authority needs. */
export type KeySurroundings = PlaceSurroundings & PassphraseSurroundings;

/** What the passphrase that is asked for is to do: encrypt a key that is made, open one that exists, or nothing. */
export type PassphraseUse = 'choose' | 'open' | 'none';

/**
 * What the passphrase is for, so that a new one is typed twice and one of an existing key once.
 *
 * @throws {ExpectedError} what reading the key throws, except for the want of a passphrase.
 */
export async function passphraseUse(answers: Answers, surroundings: KeySurroundings): Promise<PassphraseUse> {
	const file = await existingKeyFile(answers, surroundings);
	if (file === undefined) {
		return 'choose';
	}

	try {
		loadPrivateKey(await readBytes(file), file);
		return 'none';
	} catch (error) {
		if (error instanceof ExpectedError && error.code === 'PASSPHRASE_NEEDED') {
			return 'open';
		}

		throw error;
	}
}

/**
 * Throws unless the passphrase opens the authority's key, or is one that a new key can be encrypted with.
 *
 * @param typed - What was typed, when that is the source.
 * @throws {ExpectedError} `PASSPHRASE_WRONG`, `PASSPHRASE_EMPTY`, `PASSPHRASE_NEEDED`, and what reading the files throws.
 */
export async function requirePassphrase(
	source: SecretSource,
	{answers, typed}: {readonly answers: Answers; readonly typed: string | undefined},
	surroundings: KeySurroundings,
): Promise<void> {
	// Standard input can be read once only, and that is when the key is made or opened.
	if (source.from === 'file' && source.path === '-') {
		return;
	}

	const passphrase = source.from === 'typed' ? typed : await passphraseFrom(source, surroundings);
	if (passphrase === '') {
		throw new ExpectedError('PASSPHRASE_EMPTY', 'The passphrase is empty.', {next: ['Give one that is not']});
	}

	const file = await existingKeyFile(answers, surroundings);
	if (file !== undefined) {
		loadPrivateKey(await readBytes(file), file, passphrase);
	}
}

async function passphraseFrom(source: SecretSource, surroundings: KeySurroundings): Promise<string | undefined> {
	return readPassphrase(
		{
			passphraseFile: source.from === 'file' ? source.path : undefined,
			passphraseEnv: source.from === 'environment' ? source.variable : undefined,
		},
		surroundings,
	);
}

/** The file of the authority's key, when that exists: named, or kept here under the name of the new authority. */
async function existingKeyFile(
	{issuerSource, issuerName, issuerPrivateKey, name = '', rehearse}: Answers,
	surroundings: KeySurroundings,
): Promise<string | undefined> {
	if (issuerSource !== 'new') {
		return issuerPrivateKey === undefined ? undefined : path.resolve(surroundings.workingDirectory, issuerPrivateKey);
	}

	const {base} = setupPlace(name, rehearse === true, surroundings);
	const found = issuerName === undefined ? undefined : await new IssuerStore(base).find(issuerName);
	return found && path.join(found.folder, issuerFiles.privateKey);
}
