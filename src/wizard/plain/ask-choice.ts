import type {AnswerValue} from '../field.ts';
import type {TypedAnswer} from '../interview.ts';
import type {Step, Suggestion} from '../step.ts';
import {plain as texts} from '../texts/en.ts';
import type {LinePrompt} from './line-prompt.ts';

/** What a person answered to a question: something, to go back, or nothing that can be used. */
export type Asked = TypedAnswer | 'back' | 'again';

/** What a question starts with, and where it is put. */
export interface Asking {
	readonly suggestion: Suggestion | undefined;
	readonly prompt: LinePrompt;
}

/** Something to choose, in words. */
export interface Option {
	readonly value: AnswerValue;
	readonly label: string;
}

/** Shows numbered choices and reads a number, or one of the words. */
export async function askChoice(
	step: Pick<Step, 'help'>,
	options: readonly Option[],
	{suggestion, prompt}: Asking,
): Promise<Asked> {
	const suggested = options.findIndex(({value}) => isSame(value, suggestion?.value));
	options.forEach(({label}, index) => {
		prompt.say(`  ${index + 1}. ${label}${index === suggested ? ` (${suggestion?.origin})` : ''}`);
	});
	const read = await readLine(`${texts.choose}${suggested < 0 ? '' : ` [${suggested + 1}]`}`, step, prompt);
	if (typeof read === 'string') {
		return read;
	}

	const chosen = read.text === '' ? options[suggested] : options[Number(read.text) - 1];
	const named = options.find(({value}) => value === read.text);
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
	step: Pick<Step, 'help'> & {readonly field?: Step['field']},
	prompt: LinePrompt,
): Promise<{readonly text: string} | 'back' | 'again'> {
	const isPath = step.field?.kind === 'path';
	const text = (await (isPath ? prompt.pathOrPem(message) : prompt.line(message))).trim();
	if (text === '<') {
		return 'back';
	}

	if (text === '?') {
		prompt.say(`  ${step.help}`);
		return 'again';
	}

	return {text};
}

function isSame(one: AnswerValue, other: AnswerValue | undefined): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}
