import path from 'node:path';
import {ExpectedError} from '../errors.ts';
import {readTextFile} from '../files/read.ts';
import {readAll} from '../files/read-passphrase.ts';
import type {Answers} from '../wizard/answers.ts';
import {readAnswersFile} from '../wizard/answers-file.ts';
import type {Settled} from '../wizard/settle.ts';
import {requireComplete} from '../wizard/specify.ts';
import {answersTyped, type TypedAnswer} from './answer-flags.ts';
import type {CommandContext} from './context.ts';

/** Where answers are given. */
export interface GivenAnswers {
	/** The flags that answer questions. */
	readonly typed: Readonly<Record<string, TypedAnswer | undefined>>;
	/** A path, or `-` for standard input. */
	readonly answersFile: string | undefined;
}

/**
 * The answers that were given: by flags, then by the file.
 *
 * @throws {ExpectedError} `ANSWERS_INVALID` naming all that is wrong in the file; `FILE_MISSING`, `FILE_UNREADABLE`; `USAGE`.
 */
export async function givenAnswers({typed, answersFile}: GivenAnswers, context: CommandContext): Promise<Answers> {
	const fromFlags = answersTyped(typed);
	const fromFile = answersFile === undefined ? {} : await readAnswers(answersFile, context);
	const given = {...fromFile, ...fromFlags};
	if (answersFile === '-' && given.passphrase?.from === 'file' && given.passphrase.path === '-') {
		throw new ExpectedError('USAGE', 'Answers and passphrase cannot both come from standard input.', {
			next: ['Give --passphrase-file a file, or name a variable with --passphrase-env'],
		});
	}

	return given;
}

/** Whether a person may be asked for what these answers leave open: standard input is then theirs alone. */
export function leavesInputFree({answersFile}: GivenAnswers, {passphrase}: Answers): boolean {
	return answersFile !== '-' && !(passphrase?.from === 'file' && passphrase.path === '-');
}

/**
 * All answers, once it is clear that nobody is asked. Says which are of no use.
 *
 * @throws {ExpectedError} `ANSWERS_MISSING` and `ANSWERS_INVALID`, each naming all.
 */
export function completeAnswers(settled: Settled, {say}: CommandContext): Answers {
	for (const step of settled.unused) {
		say(`Not used, as the other answers make it pointless: --${step.flag}`);
	}

	return requireComplete(settled);
}

async function readAnswers(file: string, context: CommandContext): Promise<Answers> {
	return file === '-'
		? readAnswersFile(await readAll(context.stdin), 'standard input')
		: readAnswersFile(await readTextFile(path.resolve(context.workingDirectory, file)), file);
}
