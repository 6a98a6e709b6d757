// Promise: endpoints that the AWS CLI profile of the administrator names are followed, as the AWS CLI follows them.
import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {rehearsalForTest} from '../support/rehearsal.ts';
import {spawnProgram} from '../support/spawn-program.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

test('setup and destroy reach the services that endpoint_url of the profile names', async () => {
	const home = temporaryFolder();
	const {endpoint, adminCredentials} = await rehearsalForTest({now: () => new Date()});
	mkdirSync(path.join(home, '.aws'));
	writeFileSync(
		path.join(home, '.aws/config'),
		[
			'[profile admin]',
			'region = us-east-1',
			`endpoint_url = ${endpoint}`,
			`aws_access_key_id = ${adminCredentials.accessKeyId}`,
			`aws_secret_access_key = ${adminCredentials.secretAccessKey}`,
			'',
		].join('\n'),
		{mode: 0o600},
	);
	const run = (...words: readonly string[]) =>
		spawnProgram([...words, '--admin-profile', 'admin', '--yes'], {env: {HOME: home}, cwd: home});

	expect(
		await run('setup', '--part', 'aws', '--no-passphrase', '--permissions', 'none', '--trusted-subject', 'CN=host-1'),
	).toMatchObject({code: 0, stdout: expect.stringContaining(`--endpoint ${endpoint}`)});
	expect(await run('destroy')).toMatchObject({code: 0, stdout: expect.stringContaining('3 deleted')});
});
