import path from 'node:path';
import {replaceFile} from '../../files/replace.ts';
import {homeFlags, type PlaceSurroundings, type SetupPlace} from '../../setup/place.ts';
import {shellWord} from '../../shell-word.ts';
import type {Answers} from '../answers.ts';
import type {AnswerValue, SecretSource} from '../field.ts';
import {steps} from '../steps.ts';

/** Where the answers of a set-up are kept, so that it can go on or be made again without being asked. */
export function keptAnswersFile({journalFile}: Pick<SetupPlace, 'journalFile'>): string {
	return path.join(path.dirname(journalFile), 'answers.json');
}

/**
 * Keeps answers as an answers file in the folder of their set-up, readable by its user only. Never a secret: a
 * passphrase that was typed or piped in is left out and asked for again.
 *
 * @param workingDirectory - Where relative paths start; they are kept as absolute ones.
 * @throws {ExpectedError} `FILE_UNWRITABLE`, `DISK_FULL`; `FILE_MISSING` when the folder is.
 */
export async function keepAnswers(
	answers: Answers,
	place: Pick<SetupPlace, 'journalFile'>,
	{workingDirectory, now}: {readonly workingDirectory: string; readonly now: () => Date},
): Promise<void> {
	const text = `${JSON.stringify(answersJson(answers, workingDirectory), undefined, '\t')}\n`;
	await replaceFile(keptAnswersFile(place), text, {mode: 0o600, now: now()});
}

/** What to type to make the set-up of this place again, from the answers that were kept. */
export function setupAgain(place: SetupPlace, surroundings: PlaceSurroundings): string {
	return ['anchorsmith setup --answers', shellWord(keptAnswersFile(place)), ...homeFlags(surroundings)].join(' ');
}

/** Answers as an answers file has them. */
export function answersJson(
	answers: Answers,
	workingDirectory: string,
): Readonly<Record<string, string | number | boolean | readonly string[]>> {
	const absolute = (file: string) => path.resolve(workingDirectory, file);
	return Object.fromEntries(
		steps.flatMap(({key, field}): [string, Exclude<AnswerValue, SecretSource>][] => {
			const value = answers[key];
			if (value === undefined) {
				return [];
			}

			if (typeof value === 'object' && 'from' in value) {
				return ofSecret(key, value, absolute);
			}

			return [[key, field.kind === 'path' && typeof value === 'string' ? absolute(value) : value]];
		}),
	);
}

function ofSecret(key: string, source: SecretSource, absolute: (file: string) => string): [string, string | boolean][] {
	switch (source.from) {
		case 'file':
			return source.path === '-' ? [] : [[`${key}File`, absolute(source.path)]];
		case 'environment':
			return [[`${key}Env`, source.variable]];
		case 'nowhere':
			return [[`no${key.slice(0, 1).toUpperCase()}${key.slice(1)}`, true]];
		case 'typed':
			return [];
	}
}
