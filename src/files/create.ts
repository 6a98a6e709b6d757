import {link, mkdir, open, rename, stat} from 'node:fs/promises';
import path from 'node:path';
import {ExpectedError} from '../errors.ts';
import {printable} from '../printable.ts';
import {fileProblem, systemCode} from './problem.ts';
import {discard, syncFolder, writeBeside} from './temporary.ts';

/** Codes of file systems that have no hard links, such as exFAT. */
const NO_LINKS = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK']);

/**
 * Creates a file that must not exist yet, flushed to disk. It appears whole or not at all, whenever
 * the process dies; only where the file system has no hard links may it appear empty for an instant.
 *
 * @throws {ExpectedError} `FILE_EXISTS`, also for a dangling symbolic link; `FILE_MISSING` when its folder is;
 * `FILE_UNWRITABLE`; `DISK_FULL`.
 */
export async function createFile(
	file: string,
	contents: string | Uint8Array,
	{mode}: {readonly mode: number},
): Promise<void> {
	try {
		const temporary = await writeBeside(file, contents, {mode});
		try {
			await giveName(temporary, file);
		} finally {
			await discard(temporary);
		}

		await syncFolder(path.dirname(file));
	} catch (error) {
		throw fileProblem(error, file, 'create');
	}
}

async function giveName(temporary: string, file: string): Promise<void> {
	try {
		await link(temporary, file);
	} catch (error) {
		if (!NO_LINKS.has(systemCode(error) ?? '')) {
			throw error;
		}

		await (await open(file, 'wx')).close();
		await rename(temporary, file);
	}
}

/**
 * Creates a folder and those above it, each with this mode; one that exists keeps its own.
 *
 * @param within - A folder that must exist already, such as the person's home: it is never made.
 * @throws {ExpectedError} `HOME_MISSING` when `within` does not exist; `FILE_UNWRITABLE`; `DISK_FULL`.
 */
export async function createFolder(
	folder: string,
	{mode = 0o700, within}: {readonly mode?: number; readonly within?: string} = {},
): Promise<void> {
	if (within !== undefined && !(await isFolder(within))) {
		throw new ExpectedError('HOME_MISSING', `The home folder ${printable(within)} does not exist.`, {
			next: [`Create it, or set HOME to a folder that exists.`],
		});
	}

	try {
		const first = await mkdir(folder, {recursive: true, mode});
		if (first !== undefined) {
			await syncFolder(path.dirname(first));
		}
	} catch (error) {
		throw folderProblem(error, folder);
	}
}

/**
 * Throws unless a home folder exists.
 *
 * @throws {ExpectedError} `HOME_MISSING`.
 */
export async function requireHome(folder: string): Promise<void> {
	if (!(await isFolder(folder))) {
		throw new ExpectedError('HOME_MISSING', `The home folder ${printable(folder)} does not exist.`, {
			next: ['Create it, or set HOME to a folder that exists.'],
		});
	}
}

async function isFolder(folder: string): Promise<boolean> {
	try {
		return (await stat(folder)).isDirectory();
	} catch (error) {
		if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') {
			return false;
		}

		throw fileProblem(error, folder, 'read');
	}
}

function folderProblem(error: unknown, folder: string): unknown {
	if (systemCode(error) === 'EEXIST') {
		return new ExpectedError('FILE_UNWRITABLE', `Cannot create the folder ${printable(folder)}: a file is there.`, {
			next: ['Choose another path, or move that file away.'],
			cause: error,
		});
	}

	return fileProblem(error, folder, 'create');
}
