import path from 'node:path';
import type {Readable} from 'node:stream';
import {ExpectedError} from '../errors.ts';
import {printable} from '../printable.ts';
import {readTextFile} from './read.ts';

/** What passphrases are read from. */
export interface PassphraseSurroundings {
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly stdin: Readable;
	/** Where relative paths start. Absolute. */
	readonly workingDirectory: string;
}

/** Where a passphrase was said to come from; neither when it was not said. */
export interface PassphraseFlags {
	/** A path, or `-` for standard input. */
	readonly passphraseFile: string | undefined;
	/** The name of an environment variable. */
	readonly passphraseEnv: string | undefined;
}

/**
 * Reads a passphrase from where the flags say: the first line of a file or of standard input, or a variable.
 *
 * @returns Undefined when the flags name no place. May be empty.
 * @throws {ExpectedError} `USAGE` for both flags at once or a variable that is not set; `FILE_MISSING`, `FILE_UNREADABLE`.
 */
export async function readPassphrase(
	{passphraseFile, passphraseEnv}: PassphraseFlags,
	{env, stdin, workingDirectory}: PassphraseSurroundings,
): Promise<string | undefined> {
	if (passphraseFile !== undefined && passphraseEnv !== undefined) {
		throw usage('--passphrase-file and --passphrase-env are both given.', 'Give one of them.');
	}

	if (passphraseEnv !== undefined) {
		const value = env[passphraseEnv];
		if (value === undefined) {
			throw usage(
				`The environment variable ${printable(passphraseEnv)} is not set.`,
				'Export it, or name another with --passphrase-env',
			);
		}

		return value;
	}

	if (passphraseFile === undefined) {
		return undefined;
	}

	const text =
		passphraseFile === '-' ? await readAll(stdin) : await readTextFile(path.resolve(workingDirectory, passphraseFile));
	return text.split(/\r?\n/, 1)[0] ?? '';
}

/** All of standard input, as UTF-8. */
export async function readAll(stdin: Readable): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of stdin) {
		chunks.push(Buffer.from(chunk));
	}

	return Buffer.concat(chunks).toString('utf8');
}

function usage(message: string, next: string): ExpectedError {
	return new ExpectedError('USAGE', message, {next: [next]});
}
