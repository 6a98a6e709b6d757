import path from 'node:path';
import {ExpectedError} from '../errors.ts';
import {readTextFile} from '../files/read.ts';
import {readAll} from '../files/read-passphrase.ts';
import type {Answers} from '../wizard/answers.ts';
import {readAnswersFile} from '../wizard/answers-file.ts';
import {detect} from '../wizard/detect.ts';
import {settle} from '../wizard/settle.ts';
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
 * All answers: from flags, then from the file, then from what is found here or usual. Says which
 * answers are of no use.
 *
 * @throws {ExpectedError} `ANSWERS_MISSING` and `ANSWERS_INVALID`, each naming all; `FILE_MISSING`, `FILE_UNREADABLE`; `USAGE`.
 */
export async function gatherAnswers({typed, answersFile}: GivenAnswers, context: CommandContext): Promise<Answers> {
	const fromFlags = answersTyped(typed);
	const fromFile = answersFile === undefined ? {} : await readAnswers(answersFile, context);
	const given = {...fromFile, ...fromFlags};
	if (answersFile === '-' && given.passphrase?.from === 'file' && given.passphrase.path === '-') {
		throw new ExpectedError('USAGE', 'Answers and passphrase cannot both come from standard input.', {
			next: ['Give --passphrase-file a file, or name a variable with --passphrase-env'],
		});
	}

	const settled = settle(given, await detect(given, context));
	for (const step of settled.unused) {
		context.say(`Not used, as the other answers make it pointless: --${step.flag}`);
	}

	return requireComplete(settled);
}

async function readAnswers(file: string, context: CommandContext): Promise<Answers> {
	return file === '-'
		? readAnswersFile(await readAll(context.stdin), 'standard input')
		: readAnswersFile(await readTextFile(path.resolve(context.workingDirectory, file)), file);
}
