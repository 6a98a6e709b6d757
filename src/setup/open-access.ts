import {stat} from 'node:fs/promises';
import path from 'node:path';
import {setTimeout as delay} from 'node:timers/promises';
import {type AwsAccess, endpointsOf} from '../aws/access.ts';
import {configuredEndpoints} from '../config-file/configured-endpoints.ts';
import type {ConfigLocations} from '../config-file/locations.ts';
import {ExpectedError} from '../errors.ts';

/** A way to AWS or to a rehearsal, to be closed after use. */
export interface OpenAccess {
	readonly access: AwsAccess;
	/** Where all services of a rehearsal answer; undefined for AWS. */
	readonly rehearsal?: string;
	/** Only of a rehearsal that another process serves: true once that ended. */
	hasEnded?(): Promise<boolean>;
	close(): Promise<void>;
}

/** What opening needs of the world. */
export interface Surroundings {
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly now: () => Date;
	readonly randomBytes: (count: number) => Uint8Array;
	readonly signal: AbortSignal;
}

/** AWS through the official default credential chain, or what endpoint variables name. */
export async function openAws(
	{
		region,
		adminProfile,
		locations,
	}: {
		readonly region: string;
		readonly adminProfile: string | undefined;
		/** Where that profile may name other endpoints; unless given, only variables do. */
		readonly locations?: ConfigLocations;
	},
	surroundings: Surroundings,
): Promise<OpenAccess> {
	const {env} = surroundings;
	const endpoints = locations ? await configuredEndpoints(adminProfile, {locations, env}) : endpointsOf(env);
	const {adminCredentials} = await import('../aws/admin-credentials.ts');
	const credentials = adminCredentials({region, ...(adminProfile !== undefined && {cliProfile: adminProfile})});
	return {
		access: {...common(surroundings), region, credentials, endpoints},
		close: async () => undefined,
	};
}

/**
 * No way to AWS as an administrator, only to where sessions are created; for parts that need no administrator.
 *
 * @param region - Empty where nothing at AWS is asked at all.
 */
export function openWithoutAdministrator({region}: {readonly region: string}, surroundings: Surroundings): OpenAccess {
	return {
		access: {
			...common(surroundings),
			// The clients insist on a region, also for being made only.
			region: region === '' ? 'us-east-1' : region,
			credentials: () => Promise.reject(new Error('this part of a set-up needs no administrator')),
			endpoints: endpointsOf(surroundings.env),
		},
		close: async () => undefined,
	};
}

/**
 * The rehearsal that ANCHORSMITH_REHEARSAL names, else the one that already serves the state folder,
 * else one of this process until it is closed.
 *
 * @param stateDirectory - Where the rehearsal's account is kept; undefined keeps it in memory.
 * @throws {ExpectedError} as `createRehearsal`.
 */
export async function openRehearsal(
	{region, stateDirectory}: {readonly region: string; readonly stateDirectory: string | undefined},
	surroundings: Surroundings,
): Promise<OpenAccess> {
	const {env, now, randomBytes} = surroundings;
	const named = env['ANCHORSMITH_REHEARSAL'];
	const [accessKeyId, secretAccessKey] = [env['AWS_ACCESS_KEY_ID'], env['AWS_SECRET_ACCESS_KEY']];
	if (named && accessKeyId && secretAccessKey) {
		return at({endpoint: named, region, admin: {accessKeyId, secretAccessKey}}, surroundings);
	}

	const running = await findRunning(stateDirectory, surroundings);
	if (running) {
		return running;
	}

	const {createRehearsal} = await import('../rehearsal/create-rehearsal.ts');
	const options = {region, stateDirectory, now, random: randomBytes};
	try {
		const rehearsal = await unlessPortIsTaken(
			() => createRehearsal(options),
			() => createRehearsal({...options, port: 0}),
		);
		const {endpoint, adminCredentials: admin} = rehearsal;
		return {...at({endpoint, region, admin}, surroundings), close: () => rehearsal.close()};
	} catch (error) {
		// Another began to serve it since it was looked for.
		const begun = await findRunning(stateDirectory, surroundings);
		if (begun) {
			return begun;
		}

		throw error;
	}
}

/** The rehearsal that serves the state folder already. */
async function findRunning(
	stateDirectory: string | undefined,
	surroundings: Surroundings,
): Promise<OpenAccess | undefined> {
	const {findRunningRehearsal} = await import('../rehearsal/create-rehearsal.ts');
	const running = stateDirectory === undefined ? undefined : await findRunningRehearsal(stateDirectory);
	if (!running || stateDirectory === undefined) {
		return undefined;
	}

	const {endpoint, region, adminCredentials: admin} = running;
	return {
		...at({endpoint, region, admin}, surroundings),
		hasEnded: async () => (await findRunningRehearsal(stateDirectory)) === undefined,
	};
}

/**
 * The region of the rehearsal that {@link openRehearsal} would find; undefined when it would make one.
 *
 * @throws {ExpectedError} `REHEARSAL_STATE_UNREADABLE`, `FILE_UNREADABLE`.
 */
export async function findRehearsalRegion(base: string, env: Surroundings['env']): Promise<string | undefined> {
	if (env['ANCHORSMITH_REHEARSAL']) {
		return env['AWS_REGION'];
	}

	const {readState} = await import('../rehearsal/state-file.ts');
	return (await readState(stateFolderIn(base)))?.region;
}

/** The folder, or undefined when it does not exist and should not be made. */
export async function stateDirectoryIn(
	base: string,
	{mayCreate}: {readonly mayCreate: boolean},
): Promise<string | undefined> {
	const folder = stateFolderIn(base);
	if (mayCreate) {
		return folder;
	}

	try {
		return (await stat(folder)).isDirectory() ? folder : undefined;
	} catch {
		return undefined;
	}
}

function stateFolderIn(base: string): string {
	return path.join(base, 'state');
}

function at(
	{endpoint, region, admin}: {readonly endpoint: string; readonly region: string; readonly admin: AdminKey},
	surroundings: Surroundings,
): OpenAccess {
	return {
		access: {
			...common(surroundings),
			region,
			credentials: async () => admin,
			endpoints: {rolesanywhere: endpoint, iam: endpoint, sts: endpoint},
		},
		rehearsal: endpoint,
		close: async () => undefined,
	};
}

interface AdminKey {
	readonly accessKeyId: string;
	readonly secretAccessKey: string;
}

/** Another program may have taken the port since the last time; the account then moves to a free one. */
async function unlessPortIsTaken<Value>(work: () => Promise<Value>, otherwise: () => Promise<Value>): Promise<Value> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof ExpectedError && error.code === 'PORT_IN_USE') {
			return otherwise();
		}

		throw error;
	}
}

function common({env, now, signal}: Surroundings): Pick<AwsAccess, 'env' | 'now' | 'signal' | 'sleep'> {
	return {env, now, signal, sleep: async milliseconds => delay(milliseconds, undefined, {signal})};
}
