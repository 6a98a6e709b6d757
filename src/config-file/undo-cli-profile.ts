import {rmdir} from 'node:fs/promises';
import path from 'node:path';
import {withLock} from '../files/lock.ts';
import {fileProblem, systemCode} from '../files/problem.ts';
import {readFileIfThere} from '../files/read.ts';
import {removeFile} from '../files/remove.ts';
import {replaceFile} from '../files/replace.ts';
import type {ConfigChange} from './change.ts';
import {readConfigText} from './read-config-files.ts';
import {undoBlock} from './undo.ts';

/**
 * Takes back one recorded change: the section is restored or removed, the file too when it was made for it.
 * Doing so twice is the same as once, and a change that was recorded but never written needs no undoing.
 *
 * @throws {ExpectedError} `CLI_PROFILE_CHANGED` when the section was edited since; `FILE_LOCKED`; `FILE_UNWRITABLE`.
 */
export async function undoCliProfile(
	record: ConfigChange,
	{now}: {readonly now: Date},
): Promise<{readonly outcome: 'restored' | 'removed' | 'nothing to undo'}> {
	if ((await readFileIfThere(record.path)) === undefined) {
		return {outcome: 'nothing to undo'};
	}

	const outcome = await withLock(record.path, async () => {
		const {text, digest} = await readConfigText(record.path);
		const restored = undoBlock(text, record.block);
		if (restored === text || digest === 'absent') {
			return 'nothing to undo';
		}

		if (restored === '' && !record.existed) {
			await removeFile(record.path, {basedOn: digest});
			return 'removed';
		}

		await replaceFile(record.path, restored, {basedOn: digest, backup: true, now});
		return record.block.before === null ? 'removed' : 'restored';
	});
	if (outcome === 'removed' && !record.folderExisted) {
		await removeIfEmpty(path.dirname(record.path));
	}

	return {outcome};
}

async function removeIfEmpty(folder: string): Promise<void> {
	try {
		await rmdir(folder);
	} catch (error) {
		if (!['ENOTEMPTY', 'EEXIST', 'ENOENT', 'EACCES', 'EPERM'].includes(systemCode(error) ?? '')) {
			throw fileProblem(error, folder, 'remove');
		}
	}
}
