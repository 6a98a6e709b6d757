import {rename} from 'node:fs/promises';
import path from 'node:path';
import {ExpectedError} from '../errors.ts';
import {printable} from '../printable.ts';
import {createFile} from './create.ts';
import {type Digest, digestOf} from './digest.ts';
import {fileProblem} from './problem.ts';
import {readBytes, readFileIfThere} from './read.ts';
import {findTarget, statIfWritable} from './target.ts';
import {discard, syncFolder, writeBeside} from './temporary.ts';

/** How a file is replaced. */
export interface Replacement {
	/** Digest of the bytes that the edit started from, or `absent`: another's change since then wins, nothing is written. */
	readonly basedOn?: Digest | 'absent';
	/** For a file that is new; one that exists keeps its own. */
	readonly mode?: number;
	/** Keeps the old bytes as `<file>.bak-<UTC time>`. */
	readonly backup?: boolean;
	/** Names the backup. */
	readonly now: Date;
}

/** What was written. */
export interface Replaced {
	/** Where, symbolic links followed. */
	readonly path: string;
	readonly backup?: string;
}

/**
 * Replaces a file's contents in one step, or leaves the file exactly as it was.
 *
 * The new bytes are written beside the file with the same mode (and owner, where this process may),
 * flushed, and renamed into place. A symbolic link is followed, so a linked dotfile stays a link.
 * Access control lists and extended attributes are not carried over.
 *
 * @throws {ExpectedError} `FILE_CHANGED` when the file is not as `basedOn` says; `FILE_UNWRITABLE`;
 * `FILE_MISSING` when its folder is; `DISK_FULL`.
 */
export async function replaceFile(
	file: string,
	contents: string | Uint8Array,
	{basedOn, mode = 0o600, backup = false, now}: Replacement,
): Promise<Replaced> {
	const target = await findTarget(file);
	const found = await statIfWritable(target);
	if (!found && basedOn === 'absent') {
		await createOrSayChanged(target, contents, mode);
		return {path: target};
	}

	await requireUnchanged(target, basedOn);
	const kept = found && backup ? await keepBackup(target, found.mode & 0o7777, now) : undefined;
	try {
		const temporary = await writeBeside(
			target,
			contents,
			found ? {mode: found.mode & 0o7777, owner: {uid: found.uid, gid: found.gid}} : {mode},
		);
		try {
			await requireUnchanged(target, basedOn);
			await rename(temporary, target);
		} catch (error) {
			await discard(temporary);
			throw error;
		}
	} catch (error) {
		if (kept !== undefined) {
			await discard(kept);
		}

		throw fileProblem(error, target, 'write');
	}

	await flush(target);
	return {path: target, ...(kept !== undefined && {backup: kept})};
}

/**
 * Throws unless the file still holds what an edit started from.
 *
 * @throws {ExpectedError} `FILE_CHANGED`.
 */
export async function requireUnchanged(file: string, basedOn: Digest | 'absent' | undefined): Promise<void> {
	if (basedOn === undefined) {
		return;
	}

	const bytes = await readFileIfThere(file);
	if ((bytes === undefined ? 'absent' : digestOf(bytes)) !== basedOn) {
		throw changed(file);
	}
}

async function flush(target: string): Promise<void> {
	try {
		await syncFolder(path.dirname(target));
	} catch (error) {
		throw fileProblem(error, target, 'write');
	}
}

async function createOrSayChanged(target: string, contents: string | Uint8Array, mode: number): Promise<void> {
	try {
		await createFile(target, contents, {mode});
	} catch (error) {
		throw error instanceof ExpectedError && error.code === 'FILE_EXISTS' ? changed(target) : error;
	}
}

async function keepBackup(target: string, mode: number, now: Date): Promise<string> {
	const bytes = await readBytes(target);
	const time = now.toISOString().replace(/[-:]|\.\d+/g, '');
	for (let attempt = 1; ; attempt++) {
		const name = `${target}.bak-${time}${attempt === 1 ? '' : `-${attempt}`}`;
		try {
			await createFile(name, bytes, {mode});
			return name;
		} catch (error) {
			if (!(error instanceof ExpectedError && error.code === 'FILE_EXISTS') || attempt >= 1000) {
				throw error;
			}
		}
	}
}

function changed(file: string): ExpectedError {
	return new ExpectedError('FILE_CHANGED', `${printable(file)} was changed by another program meanwhile.`, {
		next: ['Nothing was written. Run the same command again.'],
	});
}
