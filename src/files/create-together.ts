import {lstat, mkdir, open, rename, rm} from 'node:fs/promises';
import path from 'node:path';
import {createFile, createFolder} from './create.ts';
import {fileProblem, systemCode} from './problem.ts';
import {syncFolder, temporaryName} from './temporary.ts';

/** A file that is to be created. */
export interface NewFile {
	readonly name: string;
	readonly contents: string | Uint8Array;
	/** Permission bits. */
	readonly mode: number;
}

/** A folder and what is to be created in it; the folder may exist, the files may not. */
export interface NewFiles {
	readonly folder: string;
	readonly files: readonly NewFile[];
}

/**
 * Creates files in several folders: all of them or, when anything fails, none.
 *
 * A folder that does not exist is filled under another name beside it and then renamed, so that it appears whole
 * whenever the process dies. New folders are 0700.
 *
 * @param beforeAppearing - Done when all is written and nothing can be seen yet, such as noting it in a register.
 * @throws {ExpectedError} `FILE_EXISTS` when any of the files does, before anything is written; `FILE_UNWRITABLE`;
 * `DISK_FULL`; and what `beforeAppearing` throws.
 */
export async function createTogether(
	all: readonly NewFiles[],
	{beforeAppearing}: {readonly beforeAppearing?: () => Promise<void>} = {},
): Promise<void> {
	for (const {folder, files} of all) {
		for (const {name} of files) {
			await requireAbsent(path.join(folder, name));
		}
	}

	const undo: (() => Promise<void>)[] = [];
	try {
		const ready: (() => Promise<void>)[] = [];
		for (const {folder, files} of all) {
			ready.push(await prepare(folder, files, undo));
		}

		await beforeAppearing?.();
		for (const appear of ready) {
			await appear();
		}
	} catch (error) {
		await Promise.allSettled(undo.toReversed().map(step => step()));
		throw error;
	}
}

async function requireAbsent(file: string): Promise<void> {
	try {
		await lstat(file);
	} catch (error) {
		if (systemCode(error) === 'ENOENT') {
			return;
		}

		throw fileProblem(error, file, 'create');
	}

	throw fileProblem(Object.assign(new Error('exists'), {code: 'EEXIST'}), file, 'create');
}

/** Writes what can be written without being seen; gives what makes it seen. */
async function prepare(
	folder: string,
	files: readonly NewFile[],
	undo: (() => Promise<void>)[],
): Promise<() => Promise<void>> {
	if (await exists(folder)) {
		return async () => {
			for (const {name, contents, mode} of files) {
				const file = path.join(folder, name);
				await createFile(file, contents, {mode});
				undo.push(() => rm(file, {force: true}));
			}
		};
	}

	await createFolder(path.dirname(folder));
	const staged = await makeStaged(folder);
	undo.push(() => rm(staged, {recursive: true, force: true}));
	for (const file of files) {
		await write(path.join(staged, file.name), file, path.join(folder, file.name));
	}

	await syncFolder(staged);
	return async () => {
		try {
			await rename(staged, folder);
			undo.push(() => rm(folder, {recursive: true, force: true}));
			await syncFolder(path.dirname(folder));
		} catch (error) {
			const isTaken = ['ENOTEMPTY', 'EEXIST'].includes(systemCode(error) ?? '');
			throw fileProblem(isTaken ? Object.assign(new Error('exists'), {code: 'EEXIST'}) : error, folder, 'create');
		}
	};
}

async function exists(folder: string): Promise<boolean> {
	try {
		await lstat(folder);
		return true;
	} catch (error) {
		if (systemCode(error) === 'ENOENT') {
			return false;
		}

		throw fileProblem(error, folder, 'create');
	}
}

async function makeStaged(folder: string): Promise<string> {
	for (let attempt = 0; ; attempt++) {
		const staged = temporaryName(folder, attempt);
		try {
			await mkdir(staged, {mode: 0o700});
			return staged;
		} catch (error) {
			if (systemCode(error) !== 'EEXIST' || attempt >= 1000) {
				throw fileProblem(error, folder, 'create');
			}
		}
	}
}

async function write(file: string, {contents, mode}: NewFile, shown: string): Promise<void> {
	try {
		const handle = await open(file, 'wx', 0o600);
		try {
			await handle.writeFile(contents);
			await handle.chmod(mode);
			await handle.sync();
		} finally {
			await handle.close();
		}
	} catch (error) {
		throw fileProblem(error, shown, 'create');
	}
}
