import {createHash} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import path from 'node:path';

/** Credentials as a credential_process prints them (fact sheet, CFG-50). */
export interface ProcessCredentials {
	readonly Version: 1;
	readonly AccessKeyId: string;
	readonly SecretAccessKey: string;
	readonly SessionToken: string;
	/** ISO 8601, UTC. */
	readonly Expiration: string;
}

/** Credentials with less time left than this are not handed out again (fact sheet, CFG-53). */
const LEAST_LEFT_MS = 10 * 60_000;

/** The file in which credentials are kept; `subject` is all that they depend on, in a fixed order. */
export function cacheFile(folder: string, subject: readonly (string | number | Uint8Array | undefined)[]): string {
	const hash = createHash('sha256');
	for (const part of subject) {
		const digest = createHash('sha256').update(part instanceof Uint8Array ? part : JSON.stringify(part ?? null));
		hash.update(digest.digest());
	}

	return path.join(folder, `${hash.digest('hex')}.json`);
}

/**
 * Credentials kept earlier, when they are good for ten more minutes.
 *
 * @returns Undefined also when the file is missing, unreadable or damaged: the service can always be asked again.
 */
export async function readCache(file: string, now: Date): Promise<ProcessCredentials | undefined> {
	let kept: unknown;
	try {
		kept = JSON.parse(await readFile(file, 'utf8'));
	} catch {
		return undefined;
	}

	return isProcessCredentials(kept) && Date.parse(kept.Expiration) - now.getTime() >= LEAST_LEFT_MS ? kept : undefined;
}

function isProcessCredentials(value: unknown): value is ProcessCredentials {
	const members = new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
	return (
		members.get('Version') === 1 &&
		['AccessKeyId', 'SecretAccessKey', 'SessionToken', 'Expiration'].every(name => {
			const member: unknown = members.get(name);
			return typeof member === 'string' && member !== '';
		})
	);
}
