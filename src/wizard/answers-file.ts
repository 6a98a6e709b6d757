import {ExpectedError} from '../errors.ts';
import {printable} from '../printable.ts';
import type {Answers} from './answers.ts';
import {inputs} from './inputs.ts';
import {locateKeys, type Place, placeAt} from './json-places.ts';
import {record} from './settle.ts';

/**
 * Reads an answers file: one JSON object whose keys are the flags of `setup` in camel case.
 *
 * @param source - How to call the file in messages: its path, or "standard input".
 * @throws {ExpectedError} `ANSWERS_INVALID` naming all that is wrong, each with its line and column.
 */
export function readAnswersFile(text: string, source: string): Answers {
	const json = text.replace(/^\uFEFF/, '');
	const members = parseObject(json, source);
	const places = locateKeys(json);
	const problems: string[] = [];
	let answers: Answers = {};
	for (const [key, value] of Object.entries(members)) {
		const input = inputs.find(({name}) => name === key);
		const read = input?.readJson(value);
		const where = at(places.get(key)?.[0]);
		if (!input || !read) {
			problems.push(`${where}${unknownKey(key)}`);
		} else if (!read.ok) {
			problems.push(`${where}${key} should be ${read.problem}`);
		} else if (answers[input.answers] !== undefined) {
			problems.push(`${where}${key} and another key answer the same question; keep one`);
		} else {
			answers = record(answers, input.answers, read.value);
		}
	}

	for (const [key, [, again]] of places) {
		if (again !== undefined) {
			problems.push(`${at(again)}${printable(key)} stands there twice; keep one`);
		}
	}

	if (problems.length > 0) {
		throw invalid(source, problems);
	}

	return answers;
}

function parseObject(text: string, source: string): Readonly<Record<string, unknown>> {
	const value = parse(text, source);
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		throw invalid(source, ['it should hold one JSON object, such as {"subject": "CN=build-17"}']);
	}

	return {...value};
}

function parse(text: string, source: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		const said = error instanceof Error ? error.message : String(error);
		const position = /at position (\d+)/.exec(said)?.[1];
		const place = placeAt(text, position === undefined ? text.length : Number(position));
		const why = said.replace(/ in JSON at position \d+.*$/s, '').replace(/, "[\s\S]*$/, '');
		throw invalid(source, [`${at(place)}this is no JSON: ${printable(why)}`], error);
	}
}

function unknownKey(key: string): string {
	if (/^(passphrase|password|pin|secret)$/i.test(key)) {
		return `a passphrase itself never stands in answers; name where it is with passphraseFile or passphraseEnv`;
	}

	const meant = inputs.find(({name}) => name.toLowerCase() === key.replace(/[-_]/g, '').toLowerCase());
	return `"${printable(key)}" is no answer that setup asks for${meant === undefined ? '' : `; ${meant.name} is`}`;
}

function at(place: Place | undefined): string {
	return place === undefined ? '' : `line ${place.line}, column ${place.column}: `;
}

function invalid(source: string, problems: readonly string[], cause?: unknown): ExpectedError {
	const [only = ''] = problems;
	const list = problems.length === 1 ? only : `\n${problems.map(problem => `  ${problem}`).join('\n')}`;
	return new ExpectedError('ANSWERS_INVALID', `The answers in ${printable(source)} cannot be used: ${list}`, {
		next: [
			'Mend the file, then run the same command again',
			'anchorsmith setup --help lists every flag; keys are the flags in camelCase',
		],
		cause,
	});
}
