import {lines as texts} from '../texts/en.ts';
import type {LinePrompt} from './line-prompt.ts';

/** Something to choose, in words. */
export interface Option<Value> {
	readonly value: Value;
	readonly label: string;
}

/** What a question starts with, and where it is put. */
export interface Asking<Value> {
	/** What an empty line takes, and what is said of it. */
	readonly suggestion: {readonly value: Value; readonly origin: string} | undefined;
	readonly prompt: LinePrompt;
}

/** Shows numbered choices and reads a number, or one of the words. `?` says the help, `<` goes back. */
export async function askChoice<Value>(
	{help}: {readonly help: string},
	options: readonly Option<Value>[],
	{suggestion, prompt}: Asking<Value>,
): Promise<{readonly value: Value} | 'back' | 'again'> {
	const suggested = options.findIndex(({value}) => isSame(value, suggestion?.value));
	options.forEach(({label}, index) => {
		prompt.say(`  ${index + 1}. ${label}${index === suggested && suggestion?.origin ? ` (${suggestion.origin})` : ''}`);
	});
	const read = await readLine(`${texts.choose}${suggested < 0 ? '' : ` [${suggested + 1}]`}`, {help}, prompt);
	if (typeof read === 'string') {
		return read;
	}

	const chosen = read.text === '' ? options[suggested] : options[Number(read.text) - 1];
	const named = options.find(({value}) => isSame(value, read.text));
	const option = chosen ?? named;
	if (option) {
		return {value: option.value};
	}

	prompt.say(`  ! ${texts.noSuchChoice(options.length)}`);
	return 'again';
}

/** Types a line and understands what every question understands. */
export async function readLine(
	message: string,
	{help, isPath = false}: {readonly help: string; readonly isPath?: boolean},
	prompt: LinePrompt,
): Promise<{readonly text: string} | 'back' | 'again'> {
	const text = (await (isPath ? prompt.pathOrPem(message) : prompt.line(message))).trim();
	if (text === '<') {
		return 'back';
	}

	if (text === '?') {
		prompt.say(`  ${help}`);
		return 'again';
	}

	return {text};
}

/** True for an answer that says yes. */
export function isYes(typed: string): boolean {
	return texts.yes.some(yes => yes === typed.trim().toLowerCase());
}

function isSame(one: unknown, other: unknown): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}
