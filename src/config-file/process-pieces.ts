import path from 'node:path';
import {withoutNote} from './javascript-dialect.ts';
import {splitAsWindows} from './windows.ts';

/** What the words of a command that was meant for people are made whole with. */
export interface PieceSurroundings {
	/** What `~` and `$HOME` stand for; left as they are without. */
	readonly home?: string;
	/** What relative paths begin at. */
	readonly workingDirectory?: string;
}

/** Flags of both helpers whose value is a path. */
const PATH_FLAGS = new Set(['--certificate', '--private-key', '--intermediates', '--passphrase-file', '--home']);

/**
 * The words that were meant by a `credential_process`, whatever became of it: broken over lines, with backslashes at their
 * ends or in the middle, with a note behind it, a quotation mark that is never closed, `~`, or paths that are not absolute.
 *
 * @param lines - The value and the lines that were meant as more of it.
 */
export function meantWords(
	lines: readonly string[],
	{home, workingDirectory}: PieceSurroundings = {},
): readonly string[] {
	const text = lines.map(line => withoutNote(` ${line}`).replace(/\\+$/, '').trim()).join(' ');
	const windows = /(?:^|[\s"'])[A-Za-z]:\\/.test(text) ? splitAsWindows(text) : undefined;
	return withWholePaths(windows?.ok ? windows.value : splitKindly(text), {
		...(home !== undefined && {home}),
		...(workingDirectory !== undefined && {workingDirectory}),
	});
}

/** The words with the paths of the program and of its files written out. */
export function withWholePaths(
	words: readonly string[],
	{home, workingDirectory}: PieceSurroundings,
): readonly string[] {
	return words.map((written, index) => {
		const word = home === undefined ? written : expanded(written, home);
		const isPath = index === 0 ? /^\.\.?\//.test(word) : PATH_FLAGS.has(words[index - 1] ?? '');
		const isRelative =
			isPath &&
			!path.posix.isAbsolute(word) &&
			!path.win32.isAbsolute(word) &&
			!/^(?:pkcs11|handle|file):|^\$/.test(word);
		return isRelative && workingDirectory !== undefined ? path.resolve(workingDirectory, word) : word;
	});
}

/** Splits at blanks; a quotation mark that is not closed ends before the next flag, and a backslash before a blank is nothing. */
function splitKindly(text: string): readonly string[] {
	const words: string[] = [];
	let word: string | undefined;
	for (const [, double, single, open, escaped, blanks, plain] of text.matchAll(
		/"((?:[^"\\]|\\.)*)"(?=\s|$)|'([^']*)'(?=\s|$)|["']((?:(?!\s--?[a-z])[^"'])*)["']?|\\(\S)|((?:\s|\\(?=\s|$))+)|([^\s"'\\]+)/g,
	)) {
		if (blanks === undefined) {
			word = `${word ?? ''}${double?.replace(/\\(["\\])/g, '$1') ?? single ?? open?.trim() ?? escaped ?? plain ?? ''}`;
		} else if (word !== undefined) {
			words.push(word);
			word = undefined;
		}
	}

	return word === undefined ? words : [...words, word];
}

function expanded(word: string, home: string): string {
	return word.replace(/^~(?=\/|$)|^\$HOME(?=\/|$)|^\$\{HOME\}(?=\/|$)/, () => home);
}
