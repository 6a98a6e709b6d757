import {ExpectedError} from '../errors.ts';
import {printable} from '../printable.ts';
import type {Answers} from '../wizard/answers.ts';
import type {AnswerValue} from '../wizard/field.ts';
import {type Input, inputs} from '../wizard/inputs.ts';
import {record} from '../wizard/settle.ts';
import {type Flag, typedName} from './flag.ts';

/** What was typed for one question. */
export interface TypedAnswer {
	readonly value: AnswerValue;
}

/** Every question's flag, for the command that asks them; made from the questions and from nothing else. */
export const answerFlags: Readonly<Record<string, Flag<TypedAnswer | undefined>>> = Object.fromEntries(
	inputs.map(input => [input.name, answerFlag(input)]),
);

/**
 * What was typed, as answers.
 *
 * @param flags - As those of {@link answerFlags} were read; others are passed over.
 * @throws {ExpectedError} `USAGE` when two flags answer one question.
 */
export function answersTyped(flags: Readonly<Record<string, TypedAnswer | undefined>>): Answers {
	let answers: Answers = {};
	for (const {name, answers: key} of inputs) {
		const typed = flags[name];
		if (typed !== undefined && answers[key] !== undefined) {
			throw new ExpectedError('USAGE', `${typedName(name)} answers what another flag answers too.`, {
				next: ['Give only one of them'],
			});
		}

		answers = typed === undefined ? answers : record(answers, key, typed.value);
	}

	return answers;
}

function answerFlag(input: Input): Flag<TypedAnswer | undefined> {
	return {
		takes: input.takes,
		placeholder: input.placeholder,
		description: input.description,
		isRequired: false,
		read(raws, name) {
			if (raws.length === 0) {
				return undefined;
			}

			const read = input.readTyped(raws);
			if (!read.ok) {
				throw new ExpectedError('USAGE', `${name} takes ${read.problem}, not "${printable(raws.at(-1) ?? '')}".`, {
					next: ['anchorsmith setup --help'],
				});
			}

			return {value: read.value};
		},
	};
}
