import {ExpectedError} from '../errors.ts';
import {type PassphraseFlags, readPassphrase} from '../files/read-passphrase.ts';
import {drawingFor} from './asking-mode.ts';
import type {CommandContext} from './context.ts';
import {flag} from './flag.ts';

/** The flag beside the shared `--passphrase-file`. */
export const passphraseEnv = flag.text({
	placeholder: 'VARIABLE',
	description: "Read the passphrase of the issuer's key from this environment variable.",
});

/**
 * The passphrase for an issuer's new keys: from where the flags say, or asked for twice at a terminal.
 *
 * @returns Undefined only when `--no-passphrase` asks for keys that are not encrypted.
 * @throws {ExpectedError} `PASSPHRASE_NEEDED` naming the ways to give one, `PASSPHRASE_EMPTY`, `USAGE`, `INTERRUPTED`.
 */
export async function chooseNewPassphrase(
	{noPassphrase, ...flags}: PassphraseFlags & {readonly noPassphrase: boolean},
	context: CommandContext,
): Promise<string | undefined> {
	const given = await readPassphrase(flags, context);
	if (noPassphrase && given !== undefined) {
		throw new ExpectedError('USAGE', 'A passphrase is given, and --no-passphrase asks for none.', {
			next: ['Leave one of them out'],
		});
	}

	if (noPassphrase) {
		return undefined;
	}

	return requireSome(given ?? (await askTwice(context)));
}

/**
 * The passphrase of an issuer that exists: from where the flags say, or asked for at a terminal.
 *
 * @throws {ExpectedError} `PASSPHRASE_NEEDED`, `PASSPHRASE_EMPTY`, `USAGE`, `INTERRUPTED`.
 */
export async function readIssuerPassphrase(
	name: string,
	flags: PassphraseFlags,
	context: CommandContext,
): Promise<string> {
	const given = await readPassphrase(flags, context);
	return requireSome(given ?? (await ask(`Passphrase of the issuer ${name}`, context, waysToGive)));
}

const waysToGive = [
	'Name a file whose first line it is: --passphrase-file FILE',
	'Pass it on standard input: --passphrase-file -',
	'Name an environment variable that holds it: --passphrase-env VARIABLE',
] as const;

async function askTwice(context: CommandContext): Promise<string> {
	const ways = [...waysToGive, 'Leave the keys unencrypted, for anybody who reads the file: --no-passphrase'] as const;
	const first = await ask("Passphrase for the issuer's keys", context, ways);
	requireSome(first);
	if ((await ask('The same again', context, ways)) !== first) {
		throw new ExpectedError('PASSPHRASE_WRONG', 'The two passphrases differ; nothing was made.', {
			next: ['Run it again'],
		});
	}

	return first;
}

async function ask(
	message: string,
	{env, isInteractive, signal, stderr, stdin}: CommandContext,
	ways: readonly [string, ...string[]],
): Promise<string> {
	if (!isInteractive) {
		throw new ExpectedError('PASSPHRASE_NEEDED', 'A passphrase is needed, and there is no terminal to ask for it.', {
			next: ways,
		});
	}

	const {openLinePrompt} = await import('../ui/lines/line-prompt.ts');
	const prompt = await openLinePrompt(
		{input: stdin, output: stderr, signal, stopped: 'No passphrase was given; nothing was made.'},
		drawingFor(env),
	);
	try {
		return await prompt.secret(message);
	} finally {
		prompt.close();
	}
}

function requireSome(passphrase: string): string {
	if (passphrase === '') {
		throw new ExpectedError('PASSPHRASE_EMPTY', 'The passphrase is empty.', {
			next: ['Check the file, variable or pipe that it comes from'],
		});
	}

	return passphrase;
}
