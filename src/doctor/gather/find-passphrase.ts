import path from 'node:path';
import {readConfigTexts} from './config-texts.ts';
import {findCommand} from './find-command.ts';
import {firstLineOf} from './first-line.ts';
import {type ParsedWords, parseWords} from './parse-words.ts';
import type {Before} from './probe.ts';
import type {Surroundings} from './surroundings.ts';

/**
 * What opens the private key of the command: what the person gave, what stands in the words themselves or in the variable
 * that they name, or the first line of the file that they name. Undefined when there is none, or it cannot be read.
 */
export async function findPassphrase(
	{cliProfile}: Pick<Before, 'cliProfile'>,
	surroundings: Surroundings,
): Promise<string | undefined> {
	const {options, env, workingDirectory} = surroundings;
	const words = findCommand(cliProfile.name, await readConfigTexts(surroundings), surroundings)?.words ?? [];
	const {order, passphrase, passphraseVariable}: ParsedWords = parseWords(words);
	return (
		options.passphrase ??
		passphrase ??
		(passphraseVariable === undefined ? undefined : env[passphraseVariable]) ??
		(order.passphraseFile === undefined ? undefined : firstLineOf(path.resolve(workingDirectory, order.passphraseFile)))
	);
}
