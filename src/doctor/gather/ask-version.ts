import {execFile} from 'node:child_process';
import type {Surroundings} from './surroundings.ts';

/** What a program that answers is given, in milliseconds. */
const PATIENCE = 3000;

/**
 * Asks a program for its version, without a shell and without anything of this environment but PATH.
 *
 * @param word - What it is asked with, such as `version`.
 * @returns Numbers with dots, such as `1.8.5`; undefined when it does not answer with any.
 */
export async function askVersion(
	program: string,
	word: string,
	{env, signal}: Pick<Surroundings, 'env' | 'signal'>,
): Promise<string | undefined> {
	return new Promise(resolve => {
		const child = execFile(
			program,
			[word],
			{env: {PATH: env['PATH'] ?? ''}, timeout: PATIENCE, killSignal: 'SIGKILL', maxBuffer: 65_536, signal},
			(_error, stdout, stderr) => resolve([stdout, stderr].join('\n').match(/(?<![\d.])\d+(?:\.\d+)+/)?.[0]),
		);
		child.stdin?.end();
	});
}
