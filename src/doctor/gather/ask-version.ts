import {systemCode} from '../../files/problem.ts';
import {runWithin} from './run-within.ts';
import type {Surroundings} from './surroundings.ts';

/** What a program that answers is given, in milliseconds. */
const PATIENCE = 3000;

/** What asking needs of the world. */
export type AskingSurroundings = Pick<Surroundings, 'env' | 'platform' | 'workingDirectory' | 'signal'>;

/**
 * Asks a program for its version, without a shell and without anything of this environment but PATH.
 *
 * @param word - What it is asked with, such as `version`.
 * @returns Numbers with dots, such as `1.8.5`; undefined when it does not answer with any.
 * @throws the signal's reason once that is aborted.
 */
export async function askVersion(
	program: string,
	word: string,
	{env, platform, workingDirectory, signal}: AskingSurroundings,
): Promise<string | undefined> {
	try {
		const {stdout, stderr} = await runWithin([program, word], {
			env: {PATH: env['PATH'] ?? ''},
			workingDirectory,
			platform,
			within: PATIENCE,
			grace: 0,
			signal,
		});
		return [stdout, stderr].join('\n').match(/(?<![\d.])\d+(?:\.\d+)+/)?.[0];
	} catch (error) {
		if (signal.aborted || systemCode(error) === undefined) {
			throw error;
		}

		return undefined;
	}
}
