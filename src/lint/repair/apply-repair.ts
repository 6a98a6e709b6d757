import {readdir} from 'node:fs/promises';
import path from 'node:path';
import {ExpectedError} from '../../errors.ts';
import {createFolder} from '../../files/create.ts';
import {createTogether} from '../../files/create-together.ts';
import {fileProblem, systemCode} from '../../files/problem.ts';
import {printable} from '../../printable.ts';
import type {RepairPlan} from './plan-repair.ts';

/**
 * Writes a repaired set into a folder that is new or empty: all of it or, when anything fails, nothing. Folders are
 * 0700, keys 0600.
 *
 * @returns The paths of the files, in the order of the plan.
 * @throws {ExpectedError} `FILE_EXISTS` when the folder holds anything, or is a file; `FILE_UNWRITABLE`; `DISK_FULL`.
 */
export async function applyRepair({folders}: RepairPlan, into: string): Promise<readonly string[]> {
	await requireEmpty(into);
	if (folders.some(({name}) => name !== '')) {
		await createFolder(into); // Folders below it are filled beside their final place, which must be there.
	}

	await createTogether(folders.map(({name, files}) => ({folder: path.join(into, name), files})));
	return folders.flatMap(({name, files}) => files.map(file => path.join(into, name, file.name)));
}

async function requireEmpty(into: string): Promise<void> {
	try {
		if ((await readdir(into)).length > 0) {
			throw new ExpectedError('FILE_EXISTS', `The folder ${printable(into)} holds something already.`, {
				next: ['Name a folder that is new or empty: nothing is ever overwritten.'],
			});
		}
	} catch (error) {
		if (systemCode(error) === 'ENOTDIR') {
			throw fileProblem(Object.assign(new Error('exists'), {code: 'EEXIST'}), into, 'create');
		}

		if (systemCode(error) !== 'ENOENT') {
			throw fileProblem(error, into, 'create');
		}
	}
}
