import {readFile} from 'node:fs/promises';
import {userInfo} from 'node:os';
import {ExpectedError} from '../../errors.ts';
import {printable} from '../../printable.ts';
import type {UserEvidence} from '../evidence/host.ts';
import type {Surroundings} from './surroundings.ts';

/** The user as whom files are looked at. */
export interface FoundUser {
	/** Absent on systems without ids. */
	readonly user?: UserEvidence;
	/** The home folder of another user; absent where the system's lists name none, and for whoever runs this. */
	readonly home?: string;
}

/**
 * The user who runs this, or the one who was named, by the system's own lists.
 *
 * @throws {ExpectedError} `USAGE` for one whom this system does not know.
 */
export async function findUser({options, platform}: Pick<Surroundings, 'options' | 'platform'>): Promise<FoundUser> {
	const self = ownUser();
	const {user: wanted} = options;
	if (wanted === undefined || self?.name === wanted || String(self?.uid) === wanted) {
		return self ? {user: self} : {};
	}

	if (platform === 'win32' || self === undefined) {
		throw unknownUser(wanted, 'users are not known by name and number here');
	}

	return otherUser(wanted, await linesOf('/etc/passwd'), await linesOf('/etc/group'));
}

/** Another user from the lines of /etc/passwd and /etc/group; one who is known by number alone is taken for a member of no group. */
export function otherUser(wanted: string, users: readonly string[], groups: readonly string[]): FoundUser {
	const fields = users.map(line => line.split(':')).find(([name, , uid]) => name === wanted || uid === wanted);
	if (fields === undefined && /^\d{1,10}$/.test(wanted)) {
		return {user: {uid: Number(wanted), gids: [Number(wanted)], isSelf: false}};
	}

	if (fields === undefined) {
		throw unknownUser(wanted, 'no user of this name is in /etc/passwd');
	}

	const [name = '', , uid, gid, , home] = fields;
	const others = groups
		.map(line => line.split(':'))
		.filter(([, , , members = '']) => members.split(',').includes(name))
		.map(([, , id]) => Number(id));
	return {
		user: {name, uid: Number(uid), gids: [...new Set([Number(gid), ...others])], isSelf: false},
		...(home && {home}),
	};
}

/** The world as that user finds it: with their home folder. */
export function surroundingsOf({user, home}: FoundUser, surroundings: Surroundings): Surroundings {
	if (!user || user.isSelf) {
		return surroundings;
	}

	const userHome = (): string => {
		if (home === undefined) {
			throw new ExpectedError('HOME_MISSING', `The system names no home folder for user ${user.name ?? user.uid}.`, {
				next: ['Name the files with AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE.'],
			});
		}

		return home;
	};
	return {...surroundings, userHome};
}

function ownUser(): UserEvidence | undefined {
	const uid = process.geteuid?.();
	if (uid === undefined) {
		return undefined;
	}

	const name = ownName();
	const gids = [...new Set([process.getegid?.() ?? uid, ...(process.getgroups?.() ?? [])])];
	return {...(name !== undefined && {name}), uid, gids, isSelf: true};
}

/** Undefined for a user without a name, as in many containers. */
function ownName(): string | undefined {
	try {
		return userInfo().username;
	} catch {
		return undefined;
	}
}

async function linesOf(file: string): Promise<readonly string[]> {
	try {
		return (await readFile(file, 'utf8')).split('\n');
	} catch {
		return [];
	}
}

function unknownUser(wanted: string, why: string): ExpectedError {
	return new ExpectedError('USAGE', `The user ${printable(wanted)} cannot be looked up: ${why}.`, {
		next: ['Name one with --user NAME, or by number: --user UID', 'Run this as that user, without --user'],
	});
}
