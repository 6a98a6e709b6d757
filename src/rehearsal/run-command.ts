import {spawn} from 'node:child_process';
import {constants} from 'node:os';
import {ExpectedError} from '../errors.ts';
import {systemCode} from '../files/problem.ts';
import {printable} from '../printable.ts';

/** How a command is run. */
export interface Run {
	readonly environment: Readonly<Record<string, string>>;
	/** Absolute. */
	readonly workingDirectory: string;
	/** Ends the command when aborted, with the signal that is its reason, else SIGTERM. */
	readonly signal: AbortSignal;
	/** Where the command's standard output goes. */
	readonly output: 'standard output' | 'standard error';
}

/**
 * Runs a program with its words as they are, on the terminal of this one, and waits for its end.
 *
 * @returns Its exit code; 128 and the number of the signal when one ended it.
 * @throws {ExpectedError} `COMMAND_MISSING` when it cannot be started.
 */
export async function runCommand(
	[program, ...words]: readonly [string, ...string[]],
	{environment, workingDirectory, signal, output}: Run,
): Promise<number> {
	const child = spawn(program, words, {
		cwd: workingDirectory,
		env: environment,
		stdio: ['inherit', output === 'standard output' ? 'inherit' : 2, 'inherit'],
	});
	const end = (): unknown => child.kill(reasonOf(signal));
	signal.addEventListener('abort', end, {once: true});
	try {
		return await new Promise<number>((resolve, reject) => {
			child.once('error', error => reject(startProblem(error, program)));
			child.once('exit', (code, endedBy) => resolve(code ?? 128 + (endedBy ? constants.signals[endedBy] : 0)));
		});
	} finally {
		signal.removeEventListener('abort', end);
	}
}

function reasonOf({reason}: AbortSignal): 'SIGINT' | 'SIGTERM' | 'SIGHUP' {
	return reason === 'SIGINT' || reason === 'SIGHUP' ? reason : 'SIGTERM';
}

function startProblem(error: unknown, program: string): unknown {
	switch (systemCode(error)) {
		case 'ENOENT':
		case 'EACCES':
			return new ExpectedError(
				'COMMAND_MISSING',
				`Cannot start ${printable(program)}: there is no such program, or it may not be run.`,
				{next: ['Check the name and PATH, or give its full path.'], cause: error},
			);
		default:
			return error;
	}
}
