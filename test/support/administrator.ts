import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {onTestFinished, vi} from 'vitest';
import {rehearsalForTest} from './rehearsal.ts';

/** A service for account 111122223333, and a credentials file whose AWS CLI profile `keys` administers it. */
export async function administratorForTest(): Promise<{readonly endpoint: string; readonly credentials: string}> {
	const {endpoint, adminCredentials} = await rehearsalForTest({now: () => new Date()});
	const {accessKeyId, secretAccessKey} = adminCredentials;
	return {
		endpoint,
		credentials: `[keys]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n`,
	};
}

/**
 * An environment in which that administrator is found, for as long as the test runs; the official chain reads this
 * process's own.
 */
export async function environmentOfAdministrator(home: string): Promise<Readonly<Record<string, string>>> {
	const {endpoint, credentials} = await administratorForTest();
	const env = {
		AWS_CONFIG_FILE: path.join(home, 'aws-config'),
		AWS_SHARED_CREDENTIALS_FILE: path.join(home, 'aws-credentials'),
		AWS_ENDPOINT_URL: endpoint,
	};
	writeFileSync(env.AWS_CONFIG_FILE, '');
	writeFileSync(env.AWS_SHARED_CREDENTIALS_FILE, credentials);
	for (const [name, value] of Object.entries(env)) {
		vi.stubEnv(name, value);
	}

	onTestFinished(() => {
		vi.unstubAllEnvs();
	});
	return env;
}

/** Writes the journal of a set-up that began in an account. */
export function beginSetup(stateDirectory: string, name: string, accountId: string): void {
	const folder = path.join(stateDirectory, 'setups', name);
	mkdirSync(folder, {recursive: true});
	const begin = {event: 'begin', at: '2026-01-01T00:00:00.000Z', id: 'a1', accountId, region: 'us-east-1'};
	writeFileSync(path.join(folder, 'journal.jsonl'), `${JSON.stringify(begin)}\n`);
}
