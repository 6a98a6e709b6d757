import {constants, type Stats} from 'node:fs';
import {access, readlink, realpath, stat} from 'node:fs/promises';
import path from 'node:path';
import {ExpectedError} from '../errors.ts';
import {printable} from '../printable.ts';
import {type FileDeed, fileProblem, systemCode} from './problem.ts';

/** As many links as Linux follows. */
const MAX_LINKS = 40;

/**
 * Where bytes written to `file` would end up: symbolic links followed, also one to a file that does
 * not exist yet.
 *
 * @throws {ExpectedError} `FILE_MISSING` when the folder does not exist; `FILE_UNWRITABLE`.
 */
export async function findTarget(file: string): Promise<string> {
	let current = file;
	try {
		for (let links = 0; links <= MAX_LINKS; links++) {
			const folder = await realpath(path.dirname(current));
			const here = path.join(folder, path.basename(current));
			const leadsTo = await readLinkIfOne(here);
			if (leadsTo === undefined) {
				return here;
			}

			current = path.isAbsolute(leadsTo) ? leadsTo : `${folder}${path.sep}${leadsTo}`;
		}
	} catch (error) {
		throw fileProblem(error, current, 'write');
	}

	throw fileProblem(Object.assign(new Error('too many symbolic links'), {code: 'ELOOP'}), file, 'write');
}

async function readLinkIfOne(file: string): Promise<string | undefined> {
	try {
		return await readlink(file);
	} catch (error) {
		if (['ENOENT', 'EINVAL', 'UNKNOWN'].includes(systemCode(error) ?? '')) {
			return undefined;
		}

		throw error;
	}
}

/**
 * What is known of a regular file that this process may write, or undefined when there is none.
 *
 * @throws {ExpectedError} `FILE_UNWRITABLE` for folders, devices and files without write permission.
 */
export async function statIfWritable(target: string, doing: FileDeed = 'write'): Promise<Stats | undefined> {
	try {
		const found = await stat(target);
		if (found.isDirectory()) {
			throw Object.assign(new Error('is a directory'), {code: 'EISDIR'});
		}

		if (!found.isFile()) {
			throw new ExpectedError('FILE_UNWRITABLE', `Cannot ${doing} ${printable(target)}: it is not a regular file.`, {
				next: ['Give the path of a file; a device or a pipe will not do.'],
			});
		}

		await access(target, constants.W_OK);
		return found;
	} catch (error) {
		if (systemCode(error) === 'ENOENT') {
			return undefined;
		}

		throw fileProblem(error, target, doing);
	}
}
