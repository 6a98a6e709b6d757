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

async function isProgram(file: string): Promise<boolean> {
	try {
		await access(file, constants.X_OK);
		return (await stat(file)).isFile();
	} catch {
		return false;
	}
}
