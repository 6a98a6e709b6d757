import {unlink} from 'node:fs/promises';
import path from 'node:path';
import type {Digest} from './digest.ts';
import {fileProblem} from './problem.ts';
import {requireUnchanged} from './replace.ts';
import {findTarget, statIfWritable} from './target.ts';
import {syncFolder} from './temporary.ts';

/**
 * Removes a file that still holds what `basedOn` says. Of a symbolic link the file goes and the link stays.
 *
 * @throws {ExpectedError} `FILE_CHANGED` when it holds something else or is gone; `FILE_UNWRITABLE`.
 */
export async function removeFile(file: string, {basedOn}: {readonly basedOn: Digest}): Promise<void> {
	const target = await findTarget(file);
	await statIfWritable(target, 'remove');
	await requireUnchanged(target, basedOn);
	try {
		await unlink(target);
		await syncFolder(path.dirname(target));
	} catch (error) {
		throw fileProblem(error, target, 'remove');
	}
}
