import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {beforeEach, describe, expect, test, vi} from 'vitest';
import {adminCredentials} from '../../src/aws/admin-credentials.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

/** The official chain reads this process's own environment. */
function withFiles({config = '', credentials = ''}: {config?: string; credentials?: string}): void {
	const folder = temporaryFolder();
	writeFileSync(path.join(folder, 'config'), config);
	writeFileSync(path.join(folder, 'credentials'), credentials);
	vi.stubEnv('AWS_CONFIG_FILE', path.join(folder, 'config'));
	vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', path.join(folder, 'credentials'));
}

describe('adminCredentials', () => {
	beforeEach(() => {
		vi.unstubAllEnvs();
	});

	test('come from the environment', async () => {
		withFiles({});
		vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAEXAMPLE');
		vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'not-a-secret');

		expect(await adminCredentials({region: 'us-east-1'})()).toMatchObject({
			accessKeyId: 'AKIAEXAMPLE',
			secretAccessKey: 'not-a-secret',
		});
	});

	test('come from the profile that is named, whatever the environment holds', async () => {
		withFiles({credentials: '[admin]\naws_access_key_id = AKIAADMIN\naws_secret_access_key = not-a-secret\n'});
		vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAEXAMPLE');
		vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'not-a-secret');

		expect(await adminCredentials({cliProfile: 'admin', region: 'us-east-1'})()).toMatchObject({
			accessKeyId: 'AKIAADMIN',
		});
	});

	test('that are nowhere are refused, saying how to name some', async () => {
		withFiles({});

		await expect(adminCredentials({region: 'us-east-1'})()).rejects.toMatchObject({
			code: 'AWS_CREDENTIALS',
			next: [expect.stringContaining('--admin-profile'), expect.stringContaining('aws sso login')],
		});
	});

	test('of a profile that is not there are refused by its name', async () => {
		withFiles({});

		await expect(adminCredentials({cliProfile: 'nobody', region: 'us-east-1'})()).rejects.toMatchObject({
			code: 'AWS_CREDENTIALS',
			message: expect.stringContaining('in the profile nobody'),
		});
	});

	test('of an SSO session that ended ask to log in again', async () => {
		withFiles({
			config:
				'[profile sso]\nsso_start_url = https://example.com/start\nsso_region = us-east-1\nsso_account_id = 111122223333\nsso_role_name = admin\n',
		});

		await expect(adminCredentials({cliProfile: 'sso', region: 'us-east-1'})()).rejects.toMatchObject({
			code: 'AWS_CREDENTIALS',
			next: ['aws sso login --profile sso', expect.stringContaining('--admin-profile')],
		});
	});
});
