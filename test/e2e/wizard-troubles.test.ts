// Promise: what is wrong with AWS, files or passphrases is said where it shows, with what to do, and nothing is lost.
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {runProgram} from '../support/program.ts';
import {rehearsalForTest} from '../support/rehearsal.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';
import {openWizard, takeSuggestions, type Wizard} from '../support/wizard.ts';

const KEYS = '[keys]\naws_access_key_id = AKIAEXAMPLEEXAMPLE00\naws_secret_access_key = not-a-secret\n';
const SSO =
	'[profile admin]\nsso_start_url = https://example.com/start\nsso_region = us-east-1\nsso_account_id = 111122223333\nsso_role_name = admin\n';

const REHEARSED = ['setup', '--rehearse', '--yes', '--subject', 'CN=build-17', '--permissions', 'none'];

/** The wizard at the question who administers the account, with one AWS CLI profile. */
async function atAdministrator(
	files: {readonly config?: string; readonly credentials?: string},
	env: Readonly<Record<string, string>> = {},
): Promise<Wizard> {
	const home = temporaryFolder();
	const [config, credentials] = [path.join(home, 'config'), path.join(home, 'credentials')];
	writeFileSync(config, files.config ?? '');
	writeFileSync(credentials, files.credentials ?? '');
	const wizard = await openWizard([], {
		home,
		env: {AWS_CONFIG_FILE: config, AWS_SHARED_CREDENTIALS_FILE: credentials, AWS_REGION: 'us-east-1', ...env},
	});
	await wizard.waitFor('What would you like to do?');
	wizard.press('enter');
	await wizard.asks('where');
	wizard.press('enter');
	await wizard.asks('part');
	wizard.press('enter');
	await wizard.asks('admin-profile');
	return wizard;
}

describe('who administers the account', () => {
	test('cannot be asked when AWS is not reached: that is said there, with a way on', async () => {
		const wizard = await atAdministrator({credentials: KEYS}, {AWS_ENDPOINT_URL: 'http://127.0.0.1:1'});
		wizard.press('enter');
		const screen = await wizard.waitFor('Cannot reach http://127.0.0.1:1');

		expect(screen).toContain('A firewall, a proxy that is not set');
		expect(screen).toContain('Rehearse without AWS');
		expect(wizard.question()).toBe('admin-profile');
		wizard.press('ctrl-c');
		expect((await wizard.exit).code).toBe(130);
		expect(wizard.bytes().toString()).not.toContain('not-a-secret');
	});

	test('asks to sign in again when a sign-in has ended', async () => {
		const wizard = await atAdministrator({config: SSO});
		wizard.press('enter');
		const screen = await wizard.waitFor('aws sso login --profile admin');

		expect(screen).toContain('The sign-in of the AWS CLI profile admin has ended.');
		expect(wizard.question()).toBe('admin-profile');
	});

	test('is shown before anything is planned', async () => {
		const {endpoint, adminCredentials} = await rehearsalForTest({now: () => new Date()});
		const {accessKeyId, secretAccessKey} = adminCredentials;
		const credentials = `[keys]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n`;
		const wizard = await atAdministrator({credentials}, {AWS_ENDPOINT_URL: endpoint});
		wizard.press('enter');

		await wizard.waitFor('111122223333');
		expect(wizard.bytes().toString()).not.toContain(secretAccessKey);
	});
});

test('a wrong passphrase is refused before anything is planned, and can be typed again', async () => {
	const home = temporaryFolder();
	const made = await runProgram([...REHEARSED, '--passphrase-env', 'SECRET'], {
		env: {HOME: home, SECRET: 'correct horse'},
		cwd: home,
	});
	expect(made.status, made.stderr).toBe(0);

	const wizard = await openWizard(
		[...REHEARSED, '--certificate-name', 'another'].filter(word => word !== '--yes'),
		{
			home,
			rows: 40,
		},
	);
	await wizard.asksAfter('');
	await takeSuggestions(wizard, 'passphrase');
	wizard.press('up', 'up', 'up', 'enter');
	await wizard.waitFor(/Type the passphrase of the key|Type a passphrase/);
	wizard.type('wrong horse');
	wizard.press('enter');
	await wizard.waitFor(/passphrase (is|was) wrong|does not open|wrong passphrase/i);
	expect(wizard.bytes().toString()).not.toContain('wrong horse');
});
