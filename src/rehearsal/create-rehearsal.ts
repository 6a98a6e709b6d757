import {randomBytes} from 'node:crypto';
import {chmod} from 'node:fs/promises';
import {partitionOf} from '../aws/partition.ts';
import {ExpectedError} from '../errors.ts';
import {createFolder} from '../files/create.ts';
import {withLock} from '../files/lock.ts';
import {fileProblem, systemCode} from '../files/problem.ts';
import {printable} from '../printable.ts';
import {accessTo, INSTANCE_HEADER, type RehearsalAccess} from './access.ts';
import {answerRequest} from './gateway.ts';
import {findServer, forgetServer, type RunningServer, recordServer} from './running.ts';
import {type ListeningServer, startServer} from './server.ts';
import type {RehearsalState} from './state.ts';
import {readState, stateFileIn, writeState} from './state-file.ts';
import {createStore, emptyState, newUuid, type Store} from './store.ts';

/** How a rehearsal is to be; every part has a default. */
export interface RehearsalOptions {
	/** @default the one used before, else one that is free */
	readonly port?: number | undefined;
	/** Where the account is kept, absolute; it is made when missing. @default in memory, gone with the rehearsal */
	readonly stateDirectory?: string | undefined;
	/** The clock of the emulated services. @default the system's */
	readonly now?: () => Date;
	/** Where keys and ids come from. @default the system's strong source */
	readonly random?: (count: number) => Uint8Array;
	/** @default the one used before, else us-east-1 */
	readonly region?: string | undefined;
	/** Twelve digits. @default the one used before, else 111122223333 */
	readonly accountId?: string | undefined;
}

/** A local Roles Anywhere, IAM and STS that is running. */
export interface Rehearsal extends RehearsalAccess {
	/** Stops answering. What a state folder holds stays. */
	close(): Promise<void>;
}

interface Means {
	readonly now: () => Date;
	readonly random: (count: number) => Uint8Array;
}

/**
 * Starts a local server that answers as IAM Roles Anywhere, IAM and STS do, for one empty account.
 *
 * With a state folder the account, its administrator's key and the port are kept, so that a second
 * start answers at the same endpoint.
 *
 * @throws {ExpectedError} `PORT_IN_USE` or `PORT_DENIED`; `REHEARSAL_RUNNING` when another process serves the
 * same folder; `REHEARSAL_MISMATCH` when the folder's account is in another region or has another number;
 * `REHEARSAL_STATE_UNREADABLE`; `USAGE` for a region or account number that is none; and what writing the folder fails with.
 */
export async function createRehearsal(options: RehearsalOptions = {}): Promise<Rehearsal> {
	requireSoundOptions(options);
	const means: Means = {now: options.now ?? (() => new Date()), random: options.random ?? randomBytes};
	const {stateDirectory} = options;
	if (stateDirectory === undefined) {
		return startInMemory(options, means);
	}

	await createFolder(stateDirectory);
	return withLock(stateFileIn(stateDirectory), () => startInFolder(stateDirectory, options, means));
}

/**
 * The rehearsal that another process (or this one) runs on a state folder; undefined when none does.
 *
 * @throws {ExpectedError} `REHEARSAL_STATE_UNREADABLE`; `FILE_UNREADABLE`.
 */
export async function findRunningRehearsal(stateDirectory: string): Promise<RehearsalAccess | undefined> {
	const server = await findServer(stateDirectory);
	const state = server && (await readState(stateDirectory));
	return state && accessTo(state, server.port);
}

async function startInMemory({port = 0, region, accountId}: RehearsalOptions, means: Means): Promise<Rehearsal> {
	const state = newState({region, accountId}, means);
	const store = createStore(state, async () => undefined);
	const server = await start(store, port, newUuid(means.random), means);
	return {...accessTo(state, server.port), close: () => server.close()};
}

async function startInFolder(folder: string, options: RehearsalOptions, means: Means): Promise<Rehearsal> {
	await requireNotRunning(folder);
	const kept = await readState(folder);
	await keepPrivate(stateFileIn(folder));
	const before = kept ?? newState(options, means);
	requireSameAccount(folder, before, options);
	const instance = newUuid(means.random);
	const store = createStore(before, state => writeState(folder, state, means.now()));
	const server = await start(store, options.port ?? before.port ?? 0, instance, means);
	const record: RunningServer = {pid: process.pid, port: server.port, instance};
	try {
		if (kept === undefined || server.port !== before.port) {
			await store.change(state => ({state: {...state, port: server.port}, value: undefined}));
		}

		await recordServer(folder, record, means.now());
	} catch (error) {
		await server.close();
		throw error;
	}

	return {
		...accessTo(before, server.port),
		async close() {
			await server.close();
			await store.settled();
			await forgetServer(folder, record);
		},
	};
}

/** A state file that was opened to others, or restored so from a backup, is closed again. */
async function keepPrivate(file: string): Promise<void> {
	try {
		await chmod(file, 0o600);
	} catch (error) {
		if (systemCode(error) !== 'ENOENT') {
			throw fileProblem(error, file, 'write');
		}
	}
}

/** Opens the port and answers from the store. */
async function start(store: Store, port: number, instance: string, {now, random}: Means): Promise<ListeningServer> {
	try {
		return await startServer({
			port,
			headers: {[INSTANCE_HEADER]: instance},
			now,
			answer: received => answerRequest(received, store, {now: now(), randomBytes: random}),
		});
	} catch (error) {
		throw portProblem(error, port);
	}
}

function newState({region = 'us-east-1', accountId = '111122223333'}: RehearsalOptions, {random}: Means) {
	return emptyState({region, accountId}, random);
}

function requireSoundOptions({region, accountId}: RehearsalOptions): void {
	if (region !== undefined && !partitionOf(region)) {
		throw new ExpectedError('USAGE', `"${printable(region)}" is no AWS region.`, {
			next: ['Use one such as us-east-1.'],
		});
	}

	if (accountId !== undefined && !/^\d{12}$/.test(accountId)) {
		throw new ExpectedError('USAGE', `"${printable(accountId)}" is no AWS account number.`, {
			next: ['Use twelve digits, such as 111122223333.'],
		});
	}
}

async function requireNotRunning(folder: string): Promise<void> {
	const running = await findServer(folder);
	if (running) {
		throw new ExpectedError(
			'REHEARSAL_RUNNING',
			`A rehearsal (process ${running.pid}) already serves ${printable(folder)} at port ${running.port}.`,
			{
				next: [
					'Use that one, or stop it first.',
					'Start another in a folder of its own: anchorsmith rehearse --state DIR',
				],
			},
		);
	}
}

function requireSameAccount(folder: string, {region, accountId}: RehearsalState, options: RehearsalOptions): void {
	if ((options.region ?? region) !== region || (options.accountId ?? accountId) !== accountId) {
		throw new ExpectedError(
			'REHEARSAL_MISMATCH',
			`The rehearsal in ${printable(folder)} is account ${accountId} in ${region}, not what was asked for.`,
			{next: [`Leave the region out, or use --region ${region}`, 'Use another state folder for another region.']},
		);
	}
}

function portProblem(error: unknown, port: number): unknown {
	switch (systemCode(error)) {
		case 'EADDRINUSE':
			return new ExpectedError('PORT_IN_USE', `Port ${port} is in use by another program.`, {
				next: [
					'Stop that program.',
					`Use another port: anchorsmith rehearse --port ${port === 65_535 ? 8080 : port + 1}`,
				],
				cause: error,
			});
		case 'EACCES':
			return new ExpectedError('PORT_DENIED', `This user may not serve at port ${port}.`, {
				next: ['Use a port above 1023: anchorsmith rehearse --port 8080'],
				cause: error,
			});
		default:
			return error;
	}
}
