import {constants, type Stats} from 'node:fs';
import {access, realpath, stat} from 'node:fs/promises';
import path from 'node:path';
import type {UserEvidence} from '../evidence/host.ts';

/** What is to be done with a file. */
export type Access = 'read' | 'execute';

/**
 * What keeps a user from a file: the file itself, or the first folder above it that cannot be passed; undefined when
 * nothing does. Of whoever runs this the system is asked; for another user the modes and groups are counted, so access
 * control lists are not seen.
 *
 * @param file - Absolute.
 * @throws The system's error for a file that is not there, or that cannot be looked at by whoever runs this.
 */
export async function obstacleFor(
	user: UserEvidence | undefined,
	file: string,
	wanted: Access,
): Promise<string | undefined> {
	const may = user && !user.isSelf ? mayAnother(user) : maySelf;
	const real = await realpathIfSeen(file);
	const folders = [...new Set([...foldersAbove(file), ...(real === undefined ? [] : foldersAbove(real))])];
	for (const folder of folders) {
		if (!(await may(folder, 'execute'))) {
			return folder;
		}
	}

	return (await may(file, wanted)) ? undefined : file;
}

type May = (file: string, wanted: Access) => Promise<boolean>;

const maySelf: May = async (file, wanted) => {
	try {
		await access(file, wanted === 'read' ? constants.R_OK : constants.X_OK);
		return true;
	} catch (error) {
		if (error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM')) {
			return false;
		}

		throw error;
	}
};

function mayAnother(user: UserEvidence): May {
	return async (file, wanted) => mayByMode(user, await stat(file), wanted);
}

/** By the permission bits alone: owner, else group, else the rest of the world. */
export function mayByMode(
	{uid, gids}: Pick<UserEvidence, 'uid' | 'gids'>,
	{mode, uid: owner, gid: group}: Pick<Stats, 'mode' | 'uid' | 'gid'>,
	wanted: Access,
): boolean {
	const bit = wanted === 'read' ? 0o4 : 0o1;
	if (uid === 0) {
		return wanted === 'read' || (mode & 0o111) !== 0 || (mode & 0o170000) === 0o040000;
	}

	const shift = uid === owner ? 6 : gids.includes(group) ? 3 : 0;
	return ((mode >> shift) & bit) !== 0;
}

/** From the root downwards. */
function foldersAbove(file: string): readonly string[] {
	const folder = path.dirname(file);
	return folder === file ? [] : [...foldersAbove(folder), folder];
}

async function realpathIfSeen(file: string): Promise<string | undefined> {
	return realpath(file).catch(() => undefined);
}
