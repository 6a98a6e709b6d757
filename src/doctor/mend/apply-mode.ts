import {chmod, stat} from 'node:fs/promises';
import {fileProblem} from '../../files/problem.ts';
import {printable} from '../../printable.ts';
import {shellWord} from '../../shell-word.ts';

/**
 * Gives a file other permission bits.
 *
 * @throws {ExpectedError} `FILE_MISSING`; `FILE_UNWRITABLE`, as for a file of somebody else.
 */
export async function applyMode(file: string, mode: number): Promise<readonly string[]> {
	try {
		const before = (await stat(file)).mode & 0o7777;
		await chmod(file, mode);
		return [
			`${printable(file)} now has the permissions ${octal(mode)}; before they were ${octal(before)}.`,
			`Undo it: chmod ${octal(before)} ${shellWord(file)}`,
		];
	} catch (error) {
		throw fileProblem(error, file, 'write');
	}
}

function octal(mode: number): string {
	return mode.toString(8).padStart(3, '0');
}
