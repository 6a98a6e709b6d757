import {randomBytes} from 'node:crypto';
import {partitionOf} from '../aws/partition.ts';
import type {RehearsalState} from './state.ts';

/** What an operation may use of the world. */
export interface World {
	/** The instant at which the request arrived. */
	readonly now: Date;
	/** Cryptographically strong. */
	readonly randomBytes: (count: number) => Uint8Array;
}

/** What became of the account, and what to answer. Without `state` nothing changed. */
export interface Change<Value> {
	readonly state?: RehearsalState;
	readonly value: Value;
}

/** Keeps one account: changes happen one at a time, and are kept before they are answered. */
export interface Store {
	readonly current: RehearsalState;
	/**
	 * Runs `work` on the latest state once all earlier work is done. A new state counts only when it
	 * has been written; when that fails, the old one stands and the error is thrown.
	 */
	change<Value>(work: (state: RehearsalState) => Change<Value>): Promise<Value>;
	/** Resolves when all changes asked for so far are kept or have failed. */
	settled(): Promise<void>;
}

/** @param write - Keeps a state for good; called before it counts. */
export function createStore(initial: RehearsalState, write: (state: RehearsalState) => Promise<void>): Store {
	let current = initial;
	let queue: Promise<unknown> = Promise.resolve();

	return {
		get current() {
			return current;
		},
		change(work) {
			const done = queue.then(async () => {
				const {state, value} = work(current);
				if (state !== undefined) {
					await write(state);
					current = state;
				}

				return value;
			});
			queue = done.catch(() => undefined);
			return done;
		},
		async settled() {
			await queue;
		},
	};
}

/** An account with nothing in it but its administrator. */
export function emptyState(
	{accountId, region}: {readonly accountId: string; readonly region: string},
	random: (count: number) => Uint8Array = randomBytes,
): RehearsalState {
	return {
		schema: 'anchorsmith/rehearsal-state/1',
		accountId,
		region,
		admin: {
			userId: `AIDA${newIdSuffix(random)}`,
			accessKeyId: `AKIA${newIdSuffix(random)}`,
			secretAccessKey: newSecret(random),
		},
		sequence: 0,
		trustAnchors: [],
		profiles: [],
		crls: [],
		subjects: [],
		roles: [],
		sessions: [],
	};
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Sixteen characters, as they follow AKIA, ASIA, AIDA and AROA. */
export function newIdSuffix(random: World['randomBytes']): string {
	return Array.from(random(16), byte => BASE32[byte % BASE32.length]).join('');
}

/** A secret access key: forty characters. */
export function newSecret(random: World['randomBytes']): string {
	return Buffer.from(random(30)).toString('base64');
}

/** A version 4 UUID. */
export function newUuid(random: World['randomBytes']): string {
	const bytes = Buffer.from(random(16));
	bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6);
	bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
	return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The partition of the account; regions that no partition knows count as commercial. */
export function partitionIn({region}: Pick<RehearsalState, 'region'>): string {
	return partitionOf(region)?.id ?? 'aws';
}

/** The ARN of a Roles Anywhere resource of this account. */
export function resourceArn(
	{accountId, region}: Pick<RehearsalState, 'accountId' | 'region'>,
	kind: 'trust-anchor' | 'profile' | 'crl' | 'subject',
	id: string,
): string {
	return `arn:${partitionIn({region})}:rolesanywhere:${region}:${accountId}:${kind}/${id}`;
}

/** The ARN of a role of this account; `path` begins and ends with a slash. */
export function roleArn({accountId, region}: Pick<RehearsalState, 'accountId' | 'region'>, path: string, name: string) {
	return `arn:${partitionIn({region})}:iam::${accountId}:role${path}${name}`;
}
