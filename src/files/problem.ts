import path from 'node:path';
import {ExpectedError} from '../errors.ts';
import {printable} from '../printable.ts';

/** What was being done to a file when it failed. */
export type FileDeed = 'read' | 'write' | 'create' | 'remove';

/** The code of a system error such as `ENOENT`; undefined for every other value. */
export function systemCode(error: unknown): string | undefined {
	return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/**
 * The `ExpectedError` for a system error that the person can mend, with the file named; every other
 * value is returned as it is, so `throw fileProblem(error, …)` is always right.
 */
export function fileProblem(error: unknown, file: string, doing: FileDeed): unknown {
	const code = systemCode(error);
	if (code === undefined) {
		return error;
	}

	const name = printable(file);
	const folder = printable(path.dirname(file));
	const denial = doing === 'read' ? 'FILE_UNREADABLE' : 'FILE_UNWRITABLE';
	const made = (errorCode: ExpectedError['code'], reason: string, next: string): ExpectedError =>
		new ExpectedError(errorCode, `Cannot ${doing} ${name}: ${reason}.`, {next: [next], cause: error});

	switch (code) {
		case 'ENOENT':
			return doing === 'read'
				? made('FILE_MISSING', 'there is no such file', `Check the path, for example with: ls -l ${folder}`)
				: made('FILE_MISSING', `the folder ${folder} does not exist`, `Create it: mkdir -p ${folder}`);
		case 'EEXIST':
			return made('FILE_EXISTS', 'it is there already', 'Choose another name, or move the old file away first.');
		case 'EACCES':
		case 'EPERM':
			return made(denial, 'permission denied', `Look at who may: ls -ld ${folder} ${name}`);
		case 'EROFS':
			return made(denial, 'the file system is read-only', 'Choose a path on a file system that can be written.');
		case 'ENOSPC':
		case 'EDQUOT':
		case 'EFBIG':
			return made('DISK_FULL', 'no space is left for it', `Free some space; df -h ${folder} shows how much there is.`);
		case 'EISDIR':
			return made(denial, 'it is a folder', 'Give the path of a file.');
		case 'ENOTDIR':
			return made(denial, 'part of its path is a file, not a folder', `Check the path ${folder}`);
		case 'ELOOP':
			return made(denial, 'its symbolic links lead in a circle', `Look at where they lead: ls -l ${name}`);
		case 'ENAMETOOLONG':
			return made(denial, 'the path is too long', 'Choose a shorter name.');
		case 'EBUSY':
		case 'ETXTBSY':
			return made(denial, 'another program is using it', 'Close that program, then try again.');
		case 'ERR_FS_FILE_TOO_LARGE':
			return made(denial, 'it is too large', 'Check that this is the file that you mean.');
		default:
			return error;
	}
}
