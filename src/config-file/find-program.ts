import {constants} from 'node:fs';
import {access, stat} from 'node:fs/promises';
import path from 'node:path';
import {ExpectedError} from '../errors.ts';

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

async function isProgram(file: string): Promise<boolean> {
	try {
		await access(file, constants.X_OK);
		return (await stat(file)).isFile();
	} catch {
		return false;
	}
}
