import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {ExpectedError} from '../errors.ts';
import {printable} from '../printable.ts';
import {cacheFile, type ProcessCredentials, readCache} from '../session/cache.ts';
import type {CommandContext} from './context.ts';

/** What was typed after `credentials`. */
export interface CredentialsFlags {
	readonly certificate: string;
	readonly privateKey: string;
	readonly intermediates: string | undefined;
	readonly trustAnchorArn: string;
	readonly profileArn: string;
	readonly roleArn: string;
	readonly sessionDuration: number | undefined;
	readonly roleSessionName: string | undefined;
	readonly region: string | undefined;
	readonly endpoint: string | undefined;
	readonly noCache: boolean;
	readonly passphraseFile: string | undefined;
	readonly passphraseEnv: string | undefined;
}

/** Environment variables on which it depends whom a request reaches. */
const ENDPOINT_VARIABLES = [
	'AWS_ENDPOINT_URL_ROLESANYWHERE',
	'AWS_ENDPOINT_URL',
	'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS',
	'AWS_USE_FIPS_ENDPOINT',
	'AWS_USE_DUALSTACK_ENDPOINT',
];

/**
 * Credentials from the cache, else from the service.
 *
 * The way through the cache loads nothing but what stands above: an AWS CLI that runs this for each
 * of its commands pays for little more than the start of Node.
 *
 * @throws {ExpectedError} as `fetchSession`, and when a passphrase cannot be read.
 */
export async function provideCredentials(
	flags: CredentialsFlags,
	context: CommandContext,
): Promise<ProcessCredentials> {
	const file = flags.noCache ? undefined : await findCacheFile(flags, context);
	const kept = file === undefined ? undefined : await readCache(file, context.now());
	if (kept) {
		return kept;
	}

	const credentials = await (flags.noCache ? fetchAnew : fetchNoting)(flags, context);
	if (file !== undefined) {
		await keep(file, credentials, context);
	}

	return credentials;
}

async function fetchAnew(flags: CredentialsFlags, context: CommandContext): Promise<ProcessCredentials> {
	const {fetchCredentials} = await import('./fetch-credentials.ts');
	return fetchCredentials(flags, context);
}

/** Leaves a note of what went wrong, until it goes well. */
async function fetchNoting(flags: CredentialsFlags, context: CommandContext): Promise<ProcessCredentials> {
	const {noteFailure, forgetFailure} = await import('./note-failure.ts');
	try {
		const credentials = await fetchAnew(flags, context);
		await forgetFailure(flags, context);
		return credentials;
	} catch (error) {
		await noteFailure(error, flags, context);
		throw error;
	}
}

/** Undefined when there can be no cache: the certificate cannot be read, or there is no home folder. */
async function findCacheFile(flags: CredentialsFlags, context: CommandContext): Promise<string | undefined> {
	try {
		return cacheFile(path.join(context.stateDirectory(), 'cache'), [
			flags.trustAnchorArn,
			flags.profileArn,
			flags.roleArn,
			await readFile(path.resolve(context.workingDirectory, flags.certificate)),
			flags.sessionDuration,
			flags.roleSessionName,
			flags.region,
			flags.endpoint,
			...ENDPOINT_VARIABLES.map(name => context.env[name]),
		]);
	} catch {
		return undefined;
	}
}

/** A cache that cannot be written is no reason to withhold credentials. */
async function keep(file: string, credentials: ProcessCredentials, context: CommandContext): Promise<void> {
	try {
		const {keepInCache} = await import('../session/keep-in-cache.ts');
		const home = context.userHome();
		const isUnderHome = file.startsWith(`${home}${path.sep}`);
		await keepInCache(file, credentials, {now: context.now(), ...(isUnderHome && {within: home})});
	} catch (error) {
		if (!(error instanceof ExpectedError)) {
			throw error;
		}

		context.say(`Not kept for the next time: ${printable(error.message)}`);
	}
}
