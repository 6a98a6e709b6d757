import {constants} from 'node:fs';
import {access, stat} from 'node:fs/promises';
import path from 'node:path';
import {ExpectedError} from '../errors.ts';
import {printable} from '../printable.ts';

/**
 * The absolute path of the official helper: the first `aws_signing_helper` in PATH.
 *
 * @throws {ExpectedError} `HELPER_MISSING`.
 */
export async function findOfficialHelper(
	env: Readonly<Record<string, string | undefined>>,
	platform: NodeJS.Platform,
): Promise<string> {
	const name = platform === 'win32' ? 'aws_signing_helper.exe' : 'aws_signing_helper';
	for (const folder of (env['PATH'] ?? '').split(path.delimiter)) {
		const file = path.join(folder, name);
		if (path.isAbsolute(folder) && (await isProgram(file))) {
			return file;
		}
	}

	throw new ExpectedError('HELPER_MISSING', `There is no ${name} in PATH.`, {
		next: ['Say where it is: --helper-program FILE', 'Use this program itself: --helper own'],
	});
}

/**
 * The same path, when it is a program that can be started.
 *
 * @throws {ExpectedError} `HELPER_MISSING`.
 */
export async function requireProgram(file: string): Promise<string> {
	if (await isProgram(file)) {
		return file;
	}

	throw new ExpectedError('HELPER_MISSING', `${printable(file)} is no program that can be started.`, {
		next: [`Look at it: ls -l ${printable(file)}`, 'Use this program itself: --helper own'],
	});
}

/** How the helper of a CLI profile is started, and what to know about that. */
export interface FoundHelper {
	/** The program, absolute, and the words that come before all others. */
	readonly program: readonly [string, ...string[]];
	readonly note?: string;
}

/**
 * How the helper of a CLI profile is started: this program itself, or the official one.
 *
 * @param helperProgram - Where the official one is, if that was said; else PATH is searched.
 * @throws {ExpectedError} `HELPER_MISSING`.
 */
export async function findHelper(
	helper: 'own' | 'official',
	helperProgram: string | undefined,
	{program, workingDirectory, env, platform}: HelperSurroundings,
): Promise<FoundHelper> {
	if (helper === 'official') {
		return {
			program: [
				helperProgram ? path.resolve(workingDirectory, helperProgram) : await findOfficialHelper(env, platform),
			],
		};
	}

	return /[/\\]_npx[/\\]/.test(program[1])
		? {
				program,
				note: 'This copy of anchorsmith lies in the cache of npx, which may be emptied: npm install -g anchorsmith keeps one.',
			}
		: {program};
}

/** What finding a helper needs of the world. */
export interface HelperSurroundings {
	/** How this program is started again: the Node binary and the entry file, both absolute. */
	readonly program: readonly [string, string];
	readonly workingDirectory: string;
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly platform: NodeJS.Platform;
}

async function isProgram(file: string): Promise<boolean> {
	try {
		await access(file, constants.X_OK);
		return (await stat(file)).isFile();
	} catch {
		return false;
	}
}
