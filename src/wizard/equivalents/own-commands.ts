import {shellWord} from '../../shell-word.ts';
import type {Answers} from '../answers.ts';
import type {AnswerValue} from '../field.ts';
import {flagOf} from '../step.ts';
import {steps} from '../steps.ts';
import {equivalents as texts} from '../texts/en.ts';
import {type CommandBlock, command} from './command-block.ts';
import {passphraseWords} from './passphrase-words.ts';

/**
 * One line of this program that gives the same answers and asks nothing.
 *
 * @param answers - Those that were given; what is left out is assumed as it was before.
 * @param home - The state folder, when it is not the usual one.
 */
export function ownCommands(
	answers: Answers,
	{home}: {readonly home?: string | undefined} = {},
): readonly CommandBlock[] {
	const flags = steps.flatMap(({key}) => {
		const value = answers[key];
		return value === undefined ? [] : wordsFor(key, value);
	});
	const place = home === undefined ? [] : [`--home ${shellWord(home)}`];
	const {before} = passphraseWords(answers.passphrase);
	return [...before, {title: texts.own, lines: command('anchorsmith', 'setup', ...flags, ...place, '--yes')}];
}

function wordsFor(key: string, value: AnswerValue): readonly string[] {
	const flag = `--${flagOf(key)}`;
	if (typeof value === 'boolean') {
		return value ? [flag] : [];
	}

	if (typeof value === 'object') {
		return 'from' in value ? passphraseWords(value).own : value.map(item => withValue(flag, item));
	}

	return [withValue(flag, String(value))];
}

/** A value that begins with a dash would be taken for a flag if it stood alone. */
function withValue(flag: string, value: string): string {
	return `${flag}${value.startsWith('-') ? '=' : ' '}${shellWord(value)}`;
}
