import {readdir, readFile} from 'node:fs/promises';
import {ExpectedError} from '../errors.ts';
import {printable} from '../printable.ts';
import {fileProblem, systemCode} from './problem.ts';

/**
 * A file's bytes, or undefined when it (or a folder on the way, or what a symbolic link leads to) does not exist.
 *
 * @throws {ExpectedError} `FILE_UNREADABLE` when it is there and cannot be read.
 */
export async function readFileIfThere(file: string): Promise<Uint8Array | undefined> {
	try {
		return await readFile(file);
	} catch (error) {
		if (systemCode(error) === 'ENOENT') {
			return undefined;
		}

		throw fileProblem(error, file, 'read');
	}
}

/**
 * A file's bytes.
 *
 * @throws {ExpectedError} `FILE_MISSING` or `FILE_UNREADABLE`.
 */
export async function readBytes(file: string): Promise<Uint8Array> {
	try {
		return await readFile(file);
	} catch (error) {
		throw fileProblem(error, file, 'read');
	}
}

/**
 * A file's text: UTF-8, without a byte order mark, line ends as they are.
 *
 * @throws {ExpectedError} `FILE_MISSING`; `FILE_UNREADABLE`, also when it is not UTF-8.
 */
export async function readTextFile(file: string): Promise<string> {
	const bytes = await readBytes(file);
	try {
		return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
	} catch (error) {
		throw new ExpectedError('FILE_UNREADABLE', `Cannot read ${printable(file)}: it is not UTF-8 text.`, {
			next: ['Check that this is the file that you mean, or convert it: iconv -t utf-8'],
			cause: error,
		});
	}
}

/**
 * The names in a folder, in order; none when there is no such folder.
 *
 * @throws {ExpectedError} `FILE_UNREADABLE`.
 */
export async function readFolderIfThere(folder: string): Promise<readonly string[]> {
	try {
		return (await readdir(folder)).toSorted();
	} catch (error) {
		if (systemCode(error) === 'ENOENT') {
			return [];
		}

		throw fileProblem(error, folder, 'read');
	}
}
