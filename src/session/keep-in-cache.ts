import {readdir, rm, stat} from 'node:fs/promises';
import path from 'node:path';
import {createFolder} from '../files/create.ts';
import {fileProblem} from '../files/problem.ts';
import {replaceFile} from '../files/replace.ts';
import type {ProcessCredentials} from './cache.ts';

/** No session lasts longer (fact sheet, DUR-01), so nothing older is of use. */
const LONGEST_SESSION_MS = 43_200_000;

/**
 * Keeps credentials for {@link readCache}, readable by this user only, and removes what is too old to be of use.
 * Of processes that keep at once, the last wins; none sees half a file.
 *
 * @param within - A folder that must exist already: it is never made.
 * @throws {ExpectedError} when the folder cannot be written.
 */
export async function keepInCache(
	file: string,
	credentials: ProcessCredentials,
	{now, within}: {readonly now: Date; readonly within?: string},
): Promise<void> {
	const folder = path.dirname(file);
	await createFolder(folder, {mode: 0o700, ...(within !== undefined && {within})});
	await replaceFile(file, JSON.stringify(credentials), {mode: 0o600, now});
	await removeOld(folder, now);
}

/**
 * Removes every kept credential. The service honours what it gave out until it ends; this machine then no longer has it.
 *
 * @throws {ExpectedError} `FILE_UNWRITABLE` when one cannot be removed.
 */
export async function emptyCache(folder: string): Promise<void> {
	for (const file of await kept(folder)) {
		try {
			await rm(file, {force: true});
		} catch (error) {
			throw fileProblem(error, file, 'remove');
		}
	}
}

async function removeOld(folder: string, now: Date): Promise<void> {
	for (const file of await kept(folder)) {
		const {mtimeMs} = await stat(file).catch(() => ({mtimeMs: now.getTime()}));
		if (now.getTime() - mtimeMs > LONGEST_SESSION_MS) {
			await rm(file, {force: true});
		}
	}
}

async function kept(folder: string): Promise<readonly string[]> {
	const names = await readdir(folder).catch(() => []);
	return names.filter(name => /^[0-9a-f]{64}\.json$/.test(name)).map(name => path.join(folder, name));
}
