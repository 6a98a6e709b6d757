import {type FileHandle, open, readdir, rm} from 'node:fs/promises';
import path from 'node:path';
import {fileProblem, systemCode} from './problem.ts';

/** How a new file is to be: permission bits, and whose it is where this process may give it away. */
export interface Belonging {
	readonly mode: number;
	readonly owner?: {readonly uid: number; readonly gid: number};
}

/**
 * Writes a flushed temporary file beside `file`, created exclusively and private until it is complete.
 *
 * @returns Its path, for the caller to rename or to remove. When writing fails nothing is left behind.
 */
export async function writeBeside(
	file: string,
	contents: string | Uint8Array,
	{mode, owner}: Belonging,
): Promise<string> {
	const {temporary, handle} = await openBeside(file);
	try {
		try {
			await handle.writeFile(contents);
			if (owner) {
				await giveTo(handle, owner);
			}

			await handle.chmod(mode);
			await handle.sync();
		} finally {
			await handle.close();
		}
	} catch (error) {
		await discard(temporary);
		throw error;
	}

	return temporary;
}

/** Removes a temporary file as far as that works: what is left is cleared away by the next holder of the lock. */
export async function discard(temporary: string): Promise<void> {
	try {
		await rm(temporary, {force: true});
	} catch {
		// The failure that led here says more.
	}
}

async function openBeside(file: string): Promise<{temporary: string; handle: FileHandle}> {
	for (let attempt = 0; ; attempt++) {
		const temporary = temporaryName(file, attempt);
		try {
			return {temporary, handle: await open(temporary, 'wx', 0o600)};
		} catch (error) {
			if (systemCode(error) !== 'EEXIST' || attempt >= 1000) {
				throw error;
			}
		}
	}
}

/** A hidden name in the same folder that tells whose it was, so that an abandoned one can be cleared away. */
export function temporaryName(file: string, attempt: number): string {
	return path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}-${attempt}.tmp`);
}

/** Whoever is not root cannot give a file away; then it stays the writer's. */
async function giveTo(handle: FileHandle, {uid, gid}: {readonly uid: number; readonly gid: number}): Promise<void> {
	const mine = await handle.stat();
	if (mine.uid === uid && mine.gid === gid) {
		return;
	}

	try {
		await handle.chown(uid, gid);
	} catch (error) {
		if (systemCode(error) !== 'EPERM') {
			throw error;
		}
	}
}

/** Removes temporary files that processes which are gone left beside `file`. Only for whoever holds the file's lock. */
export async function clearAbandoned(file: string, isRunning: (pid: number) => boolean): Promise<void> {
	const folder = path.dirname(file);
	const start = `.${path.basename(file)}.`;
	try {
		for (const name of await readdir(folder)) {
			const pid =
				name.startsWith(start) && /^(?:lock\.|bak-[\w-]+\.)?(\d{1,10})-\d+\.tmp$/.exec(name.slice(start.length))?.[1];
			if (pid && !isRunning(Number(pid))) {
				await rm(path.join(folder, name), {force: true});
			}
		}
	} catch (error) {
		throw fileProblem(error, folder, 'write');
	}
}

/** Codes with which systems say that folders cannot be flushed there. */
const NOT_FLUSHABLE = new Set(['EISDIR', 'EINVAL', 'EPERM', 'EACCES', 'ENOTSUP', 'EOPNOTSUPP']);

/** Flushes a folder, so that a rename in it outlives a power cut; where the system cannot, does nothing. */
export async function syncFolder(folder: string): Promise<void> {
	try {
		const handle = await open(folder, 'r');
		try {
			await handle.sync();
		} finally {
			await handle.close();
		}
	} catch (error) {
		if (!NOT_FLUSHABLE.has(systemCode(error) ?? '')) {
			throw error;
		}
	}
}
