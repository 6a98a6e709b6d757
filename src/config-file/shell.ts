import {printable} from '../printable.ts';
import {ok, problem, type Result} from '../result.ts';
import type {CommandPlatform} from './quoting.ts';
import {splitAsWindows} from './windows.ts';

/**
 * The arguments that a shell (`sh -c`, or `cmd.exe /d /s /c` and then the C runtime) makes of a command,
 * as long as it only quotes. Whatever the shell would interpret beyond that (variables, globs, pipes,
 * redirection, `~`) is a problem that names it (CFG-41).
 */
export function splitAsShell(text: string, platform: CommandPlatform): Result<readonly string[], string> {
	const words = platform === 'windows' ? splitAsCmd(text) : splitAsSh(text);
	return words.ok && words.value.length === 0 ? problem('it names no program') : words;
}

function splitAsCmd(text: string): Result<readonly string[], string> {
	// Between quotes cmd.exe still replaces %variables%; ! does so only where delayed expansion is on.
	let isQuoted = false;
	for (const character of text) {
		if (character === '"') {
			isQuoted = !isQuoted;
		} else if (/[%!\r\n]/.test(character) || (!isQuoted && /[&|<>^()]/.test(character))) {
			return interpreted(character);
		}
	}

	return splitAsWindows(text);
}

/** One token of a POSIX shell's command line: quoted, escaped, blank, special or plain. */
const TOKEN = /'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|\\([\s\S])|([ \t]+)|([\s\S])/g;

function splitAsSh(text: string): Result<readonly string[], string> {
	const words: string[] = [];
	let word: string | undefined;
	for (const [, single, double, escaped, blanks, plain] of text.matchAll(TOKEN)) {
		if (blanks !== undefined) {
			if (word !== undefined) {
				words.push(word);
				word = undefined;
			}

			continue;
		}

		const special =
			double === undefined ? specialOutside(plain ?? escaped, word, plain === undefined) : specialInside(double);
		if (special !== undefined) {
			return special === '"' || special === "'" ? problem('a quotation mark is never closed') : interpreted(special);
		}

		if (plain === '=' && words.length === 0 && /^[A-Za-z_]\w*$/.test(word ?? '')) {
			return interpreted('=');
		}

		word = (word ?? '') + (single ?? double?.replace(/\\([$`"\\])/g, '$1') ?? escaped ?? plain ?? '');
	}

	return ok(word === undefined ? words : [...words, word]);
}

/** What stands unquoted and is more than itself to a shell. A line end is, even escaped. */
function specialOutside(
	character: string | undefined,
	word: string | undefined,
	isEscaped: boolean,
): string | undefined {
	if (character === undefined) {
		return undefined;
	}

	const pattern = isEscaped
		? /[\r\n]/
		: word === undefined
			? /[|&;<>()$`*?[\]{}!'"\\\r\n~#]/
			: /[|&;<>()$`*?[\]{}!'"\\\r\n]/;
	return pattern.test(character) ? character : undefined;
}

/** What double quotes do not protect. */
function specialInside(text: string): string | undefined {
	return /\\\n|[$`!]/.exec(text.replace(/\\[$`"\\]/g, ''))?.[0];
}

function interpreted(text: string): {readonly ok: false; readonly problem: string} {
	return problem(`a shell would interpret ${printable(text)}`);
}
