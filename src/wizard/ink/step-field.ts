import {choiceField} from '../../ui/fields/choice-field.ts';
import type {Field as UiField} from '../../ui/fields/field.ts';
import {listField} from '../../ui/fields/list-field.ts';
import {numberField} from '../../ui/fields/number-field.ts';
import {switchField} from '../../ui/fields/switch-field.ts';
import {textField} from '../../ui/fields/text-field.ts';
import type {AnswerValue} from '../field.ts';
import type {Step, Suggestion} from '../step.ts';
import {asking, keys} from '../texts/en.ts';

/** A field on the screen, and the answer that it comes to. */
export interface StepField {
	readonly field: UiField<unknown>;
	/** The answer when Enter is pressed; undefined is none. */
	answer(): AnswerValue | undefined;
	/** The same after a key; undefined when the key means nothing to the field. */
	press(key: Parameters<UiField<unknown>['press']>[0]): StepField | undefined;
}

/** What a question starts with, and what may be answered. */
export interface StepFieldStart {
	/** What the person answered before: it stands in the field, to be changed. */
	readonly given: AnswerValue | undefined;
	/** What Enter takes as long as nothing is typed. */
	readonly suggestion: Suggestion | undefined;
	/** False for a choice that the other answers rule out; it is not offered. */
	isPossible(value: AnswerValue): boolean;
}

/** The field that asks a question of a step; a secret source is asked by the screen of its own. */
export function stepField({field}: Step, start: StepFieldStart): StepField {
	const {given, suggestion, isPossible} = start;
	const preset = given ?? suggestion?.value;
	switch (field.kind) {
		case 'switch':
			return bindField(
				switchField({value: preset === true, ...field.labels, letters: {yes: 'y', no: 'n'}, move: keys.choose}),
				value => value,
			);
		case 'choice':
			return bindField(
				choiceField({
					options: field.choices.filter(isPossible).map(value => ({value, label: field.labels[value] ?? value})),
					chosen: typeof preset === 'string' ? preset : undefined,
					nothing: asking.nothingMatches,
					move: keys.choose,
					...(field.choices.length > 4 && {filter: keys.narrow}),
				}),
				value => value,
			);
		case 'number':
			return bindField(
				numberField({
					...(typeof given === 'number' && {value: given}),
					...(typeof suggestion?.value === 'number' && {ghost: suggestion.value}),
					unit: field.unit,
				}),
				value => numberFrom(value, suggestion),
			);
		case 'list':
			return bindField(
				listField({
					...(Array.isArray(given) && {items: given.filter(item => typeof item === 'string')}),
					ghost: asking.example(field.example),
					add: keys.add,
					change: keys.changeLast,
				}),
				value => value,
			);
		case 'path':
		case 'text':
			return textStepField(field.example, start, field.kind === 'path');
		case 'secret-source':
			throw new Error('a secret source is asked by its own screen');
	}
}

/** A text that is offered is written into an empty field by Tab; an example never is. */
function textStepField(example: string, {given, suggestion}: StepFieldStart, isPath: boolean): StepField {
	const offered = typeof suggestion?.value === 'string' ? suggestion.value : undefined;
	const isOffered = offered !== undefined;
	return bindField(
		textField({
			...(typeof given === 'string' && {text: given}),
			ghost: offered ?? asking.example(example),
			canTakeGhost: isOffered,
			hints: text =>
				text === ''
					? isOffered
						? [{key: 'Tab', does: keys.edit}]
						: []
					: isPath
						? [{key: 'Tab', does: keys.complete}]
						: [],
		}),
		value => (value.trim() === '' ? offered : value.trim()),
	);
}

function numberFrom(typed: string, suggestion: Suggestion | undefined): AnswerValue | undefined {
	if (typed === '') {
		return suggestion?.value;
	}

	return /^-?\d+$/.test(typed) ? Number(typed) : typed;
}

/** A field together with what its value comes to. */
export function bindField<Value>(
	field: UiField<Value>,
	answerOf: (value: Value) => AnswerValue | undefined,
): StepField {
	return {
		field,
		answer: () => answerOf(field.value),
		press(key) {
			const next = field.press(key);
			return next && bindField(next, answerOf);
		},
	};
}
