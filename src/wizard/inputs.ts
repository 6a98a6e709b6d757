import {ok, problem, type Result} from '../result.ts';
import type {AnswerKey} from './answers.ts';
import type {AnswerValue, Field} from './field.ts';
import {flagOf, type Step} from './step.ts';
import {steps} from './steps.ts';

/**
 * One thing that can be typed or written to answer a question: a flag of `setup` and a key of
 * answers files. Most questions have one, a secret source has three.
 */
export interface Input {
	/** The key in answers files; in kebab case, the flag. */
	readonly name: string;
	readonly answers: AnswerKey;
	readonly takes: 'nothing' | 'one' | 'many';
	/** Stands for the value in help; empty for switches. */
	readonly placeholder: string;
	readonly description: string;
	/** The answer from the words typed after the flag, of which there is at least one. */
	readTyped(words: readonly string[]): Result<AnswerValue, string>;
	/** The answer from the value in a file. The problem reads after "should be". */
	readJson(value: unknown): Result<AnswerValue, string>;
}

/** Every input of every question, in the order of the questions. */
export const inputs: readonly Input[] = steps.flatMap(inputsOf);

/** What can be typed or written to answer this question. */
export function inputsOf(step: Step): readonly Input[] {
	return step.field.kind === 'secret-source' ? secretInputs(step) : [inputOf(step, step.field)];
}

/** The ways to answer a question as they are typed, for messages: `--subject DN`. */
export function howToAnswer(step: Step): string {
	return inputsOf(step)
		.map(({name, placeholder}) => `--${flagOf(name)}${placeholder === '' ? '' : ` ${placeholder}`}`)
		.join(' | ');
}

function inputOf(step: Step, field: Field): Input {
	return {
		name: step.key,
		answers: step.key,
		takes: field.kind === 'switch' ? 'nothing' : field.kind === 'list' ? 'many' : 'one',
		placeholder: placeholderOf(field),
		description: `${step.question} ${firstSentence(step.help)}`,
		readTyped: words => readWords(field, words),
		readJson: value => accept(field, value),
	};
}

function readWords(field: Field, words: readonly string[]): Result<AnswerValue, string> {
	const word = words.at(-1) ?? '';
	switch (field.kind) {
		case 'switch':
			return ok(true);
		case 'list':
			return ok(words);
		case 'number':
			return accept(field, /^-?\d+$/.test(word) ? Number(word) : word);
		default:
			return accept(field, word);
	}
}

function accept(field: Field, value: unknown): Result<AnswerValue, string> {
	return field.accepts(value) ? ok(value) : problem(field.expected);
}

function firstSentence(text: string): string {
	return text.split(/(?<=\.)\s/)[0] ?? text;
}

function placeholderOf(field: Field): string {
	switch (field.kind) {
		case 'choice':
			return field.choices.join('|');
		case 'path':
			return 'FILE';
		case 'number':
			return field.unit.toUpperCase();
		case 'switch':
			return '';
		default:
			return 'TEXT';
	}
}

function secretInputs(step: Step): readonly Input[] {
	const {key} = step;
	const end = `${key.slice(0, 1).toUpperCase()}${key.slice(1)}`;
	return [
		{
			name: `${key}File`,
			answers: key,
			takes: 'one',
			placeholder: 'FILE',
			description: `${step.question} From the first line of this file; - reads standard input.`,
			readTyped: words => ok({from: 'file', path: words.at(-1) ?? ''}),
			readJson: value => (typeof value === 'string' ? ok({from: 'file', path: value}) : problem('a path')),
		},
		{
			name: `${key}Env`,
			answers: key,
			takes: 'one',
			placeholder: 'VARIABLE',
			description: `${step.question} From this environment variable.`,
			readTyped: words => ok({from: 'environment', variable: words.at(-1) ?? ''}),
			readJson: value =>
				typeof value === 'string' ? ok({from: 'environment', variable: value}) : problem('the name of a variable'),
		},
		{
			name: `no${end}`,
			answers: key,
			takes: 'nothing',
			placeholder: '',
			description: `${step.question} From nowhere: the key is stored unencrypted.`,
			readTyped: () => ok({from: 'nowhere'}),
			readJson: value => (value === true ? ok({from: 'nowhere'}) : problem('true, or be left out')),
		},
	];
}
