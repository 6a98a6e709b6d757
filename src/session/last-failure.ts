import {readdir, readFile, rm, stat} from 'node:fs/promises';
import path from 'node:path';
import {createFolder} from '../files/create.ts';
import {replaceFile} from '../files/replace.ts';
import {cacheFile} from './cache.ts';
import type {IdentityFiles} from './load-identity.ts';
import type {SessionOrder} from './session-order.ts';

/** Why the last attempt to get credentials came to nothing. */
export interface LastFailure {
	/** ISO 8601. */
	readonly at: string;
	/** One of ErrorCode. */
	readonly code: string;
	readonly message: string;
}

/** What an attempt is known again by: the session that was wanted, and the absolute paths of the files. */
export type AttemptedOrder = SessionOrder & Pick<IdentityFiles, 'certificate' | 'privateKey' | 'intermediates'>;

/** Nobody asks for anything older, in milliseconds. */
const KEPT = 30 * 86_400_000;

/** The file in which the failure of such an attempt is kept. */
export function failureFile(stateDirectory: string, order: AttemptedOrder): string {
	return cacheFile(path.join(stateDirectory, 'failures'), [
		order.trustAnchorArn,
		order.profileArn,
		order.roleArn,
		order.certificate,
		order.privateKey,
		order.intermediates,
		order.durationSeconds,
		order.roleSessionName,
		order.region,
		order.endpoint,
	]);
}

/**
 * Keeps a failure, readable by this user only, and removes what nobody asks for any more.
 *
 * @param within - A folder that must exist already: it is never made.
 * @throws {ExpectedError} when the folder cannot be written.
 */
export async function keepFailure(
	file: string,
	failure: LastFailure,
	{now, within}: {readonly now: Date; readonly within?: string},
): Promise<void> {
	const folder = path.dirname(file);
	await createFolder(folder, {mode: 0o700, ...(within !== undefined && {within})});
	await replaceFile(file, JSON.stringify(failure), {mode: 0o600, now});
	for (const name of await readdir(folder)) {
		const old = path.join(folder, name);
		const {mtimeMs} = await stat(old).catch(() => ({mtimeMs: now.getTime()}));
		if (/^[0-9a-f]{64}\.json$/.test(name) && now.getTime() - mtimeMs > KEPT) {
			await rm(old, {force: true});
		}
	}
}

/**
 * The failure that was kept; undefined when there is none, or nothing that can be made out.
 *
 * @throws The system's error for a file that is there and cannot be read.
 */
export async function readFailure(file: string): Promise<LastFailure | undefined> {
	const text = await readFile(file, 'utf8');
	try {
		const members = new Map<string, unknown>(Object.entries(JSON.parse(text)));
		const [at, code, message] = ['at', 'code', 'message'].map(name => members.get(name));
		return typeof at === 'string' && typeof code === 'string' && typeof message === 'string'
			? {at, code, message}
			: undefined;
	} catch {
		return undefined;
	}
}
