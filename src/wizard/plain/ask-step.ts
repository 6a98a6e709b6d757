import {printable} from '../../printable.ts';
import {type Asking as AskingOf, askChoice, type Option as OptionOf, readLine} from '../../ui/lines/ask-choice.ts';
import type {LinePrompt} from '../../ui/lines/line-prompt.ts';
import type {Answers} from '../answers.ts';
import type {AnswerValue, Field} from '../field.ts';
import type {Interview, TypedAnswer} from '../interview.ts';
import {answersOf, suggestionFor} from '../session.ts';
import type {Step, Suggestion} from '../step.ts';
import {plain as texts} from '../texts/en.ts';
import {valueInWords} from '../value-in-words.ts';
import {askSecret} from './ask-secret.ts';

/** What a person answered to a question: something, to go back, or nothing that can be used. */
export type Asked = TypedAnswer | 'back' | 'again';

type Asking = AskingOf<AnswerValue>;
type Option = OptionOf<AnswerValue>;

/** Puts the question at hand once, with what Enter takes. @throws {ExpectedError} `INTERRUPTED`. */
export async function askStep(step: Step, interview: Interview, prompt: LinePrompt): Promise<Asked> {
	const {session} = interview;
	const suggestion = suggestionFor(session, step);
	prompt.say(`\n${step.question}`);
	if (session.problem !== undefined) {
		prompt.say(`  ! ${session.problem}`);
	}

	switch (step.field.kind) {
		case 'choice':
		case 'switch':
			return askChoice(step, optionsOf(step, answersOf(session)), {suggestion, prompt});
		case 'secret-source':
			return askSecret(step, interview, prompt);
		case 'list':
			return askList(step, {suggestion, prompt});
		default:
			return askText(step, {suggestion, prompt});
	}
}

async function askText(step: Step, {suggestion, prompt}: Asking): Promise<Asked> {
	sayHints(step, suggestion, prompt);
	const bracket = suggestion === undefined ? '' : ` [${valueInWords(step.field, suggestion.value)}]`;
	const read = await readLine(
		`${texts.answer}${bracket}`,
		{help: step.help, isPath: step.field.kind === 'path'},
		prompt,
	);
	if (typeof read === 'string') {
		return read;
	}

	if (read.text === '') {
		return {value: suggestion?.value};
	}

	if (read.text === '-' && step.unanswered === 'leave') {
		return {value: undefined};
	}

	return {value: typedValue(step.field, read.text)};
}

async function askList(step: Step, {suggestion, prompt}: Asking): Promise<Asked> {
	sayHints(step, suggestion, prompt);
	prompt.say(`  ${texts.oneALine}`);
	const bracket = suggestion === undefined ? '' : ` [${valueInWords(step.field, suggestion.value)}]`;
	const items: string[] = [];
	for (;;) {
		const read = await readLine(
			`${texts.answer}${items.length === 0 ? bracket : ''}`,
			{help: step.help, isPath: step.field.kind === 'path'},
			prompt,
		);
		if (typeof read === 'string') {
			return read;
		}

		if (read.text === '-' && items.length === 0) {
			return {value: []};
		}

		if (read.text === '') {
			return {value: items.length === 0 ? suggestion?.value : items};
		}

		items.push(read.text);
	}
}

function sayHints(step: Step, suggestion: Suggestion | undefined, prompt: LinePrompt): void {
	const {field} = step;
	const example = 'example' in field ? field.example : undefined;
	const hints = [
		suggestion === undefined ? example && texts.example(example) : texts.from(suggestion.origin),
		field.kind === 'path' && texts.pasteOrPath,
		step.unanswered === 'leave' && texts.leave,
	].filter(hint => typeof hint === 'string');
	if (hints.length > 0) {
		prompt.say(`  ${hints.join(' ')}`);
	}
}

function typedValue(field: Field, text: string): AnswerValue {
	return field.kind === 'number' && /^-?\d+$/.test(text) ? Number(text) : text;
}

/** What can be chosen; what the other answers rule out is not offered. */
function optionsOf({field, problemWith}: Step, answers: Answers): readonly Option[] {
	if (field.kind === 'choice') {
		return field.choices
			.filter(choice => problemWith(choice, answers) === undefined)
			.map(choice => ({value: choice, label: field.labels[choice] ?? printable(choice)}));
	}

	return field.kind === 'switch'
		? [
				{value: false, label: field.labels.no},
				{value: true, label: field.labels.yes},
			]
		: [];
}
