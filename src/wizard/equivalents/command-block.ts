import {printable} from '../../printable.ts';

/** A few commands with what they are for; lines of a POSIX shell, safe to show. */
export interface CommandBlock {
	/** One line of text, without a number sign. */
	readonly title: string;
	readonly lines: readonly string[];
}

/** Lines are broken before this column where words allow it, so that a usual terminal shows them as they are. */
const WIDTH = 76;

/**
 * One command from words that are quoted already, broken over lines where it is long.
 *
 * @param words - Each is one word, or a flag with its value, that stays on one line.
 */
export function command(...words: readonly string[]): readonly string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of words) {
		if (line !== '' && line.length + word.length + 3 > WIDTH) {
			lines.push(`${line} \\`);
			line = `  ${word}`;
		} else {
			line = line === '' ? word : `${line} ${word}`;
		}
	}

	return [...lines, line];
}

/** A command that reads lines as they stand, without the shell changing any of them. */
export function withInput(commandLines: readonly string[], input: readonly string[]): readonly string[] {
	const head = commandLines.slice(0, -1);
	return [...head, `${commandLines.at(-1) ?? ''} <<'END'`, ...input.map(printable), 'END'];
}

/** A variable that gets text as it stands. */
export function variable(name: string, text: string): readonly string[] {
	return [`${name}=$(cat <<'END'`, ...text.split('\n').map(printable), 'END', ')'];
}

/**
 * All blocks as one script for any POSIX shell: it stops at the first failure and makes files that others cannot read.
 *
 * @param heading - What the script is, in one line.
 */
export function scriptOf(heading: string, blocks: readonly CommandBlock[]): string {
	const parts = blocks.map(({title, lines}) => [`# ${printable(title)}`, ...lines].join('\n'));
	return `${['#!/bin/sh', `# ${printable(heading)}`, 'set -eu', 'umask 077'].join('\n')}\n\n${parts.join('\n\n')}\n`;
}
