import {stat} from 'node:fs/promises';
import path from 'node:path';
import {systemCode} from '../../files/problem.ts';
import type {UserEvidence} from '../evidence/host.ts';
import {obstacleFor} from './access-for.ts';
import type {Surroundings} from './surroundings.ts';

/** What finding a program depends on. */
export type PathSurroundings = Pick<Surroundings, 'env' | 'platform' | 'workingDirectory'>;

/**
 * Where the system looks for a program that is started without a shell: a name with a slash is a path from the working
 * directory, `~` being a folder of that name; any other is looked for in PATH, what may not be executed being passed over.
 *
 * @returns Absolute; the first that is there at all when none may be executed; undefined when there is none.
 */
export async function findInPath(
	program: string,
	user: UserEvidence | undefined,
	{env, platform, workingDirectory}: PathSurroundings,
): Promise<string | undefined> {
	const isWindows = platform === 'win32';
	if (isWindows ? /[/\\]/.test(program) : program.includes('/')) {
		return path.resolve(workingDirectory, program);
	}

	const folders = (env['PATH'] ?? env['Path'] ?? '')
		.split(path.delimiter)
		.map(folder => path.resolve(workingDirectory, folder));
	const names = isWindows && path.extname(program) === '' ? [`${program}.exe`] : [program];
	let second: string | undefined;
	for (const folder of isWindows ? [workingDirectory, ...folders] : folders) {
		for (const name of names) {
			const file = path.join(folder, name);
			const found = await lookAt(file, user);
			if (found === 'may be executed') {
				return file;
			}

			second ??= found === 'is there' ? file : undefined;
		}
	}

	return second;
}

async function lookAt(
	file: string,
	user: UserEvidence | undefined,
): Promise<'may be executed' | 'is there' | undefined> {
	try {
		if (!(await stat(file)).isFile()) {
			return undefined;
		}

		return (await obstacleFor(user, file, 'execute')) === undefined ? 'may be executed' : 'is there';
	} catch (error) {
		if (systemCode(error) === undefined) {
			throw error;
		}

		return undefined;
	}
}
