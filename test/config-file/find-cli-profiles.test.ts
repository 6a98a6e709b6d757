import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {cliProfilesIn, findCliProfiles} from '../../src/config-file/find-cli-profiles.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

const CONFIG = `[default]
region = eu-central-1

[profile admin]
sso_session = company
sso_account_id = 111122223333
region = eu-west-1

[sso-session company]
sso_start_url = https://example.com/start

[profile deploy]
role_arn = arn:aws:iam::111122223333:role/deploy
source_profile = keys

[profile pod]
role_arn = arn:aws:iam::111122223333:role/pod
web_identity_token_file = /var/run/token

[profile host]
credential_process = anchorsmith credentials

[profile console]
login_session = arn:aws:iam::111122223333:user/anna

[services local]
iam =
  endpoint_url = http://127.0.0.1:1
`;

const CREDENTIALS = `[keys]
aws_access_key_id = AKIAEXAMPLE
aws_secret_access_key = not-a-secret
`;

const files = (config: string, credentials: string) => ({
	config: {path: 'config', text: config},
	credentials: {path: 'credentials', text: credentials},
	env: {},
});

describe('cliProfilesIn', () => {
	test('tells every profile of both files and how its credentials come about, those without any last', () => {
		expect(cliProfilesIn(files(CONFIG, CREDENTIALS))).toEqual([
			{cliProfile: 'admin', kind: 'single sign-on', region: 'eu-west-1'},
			{cliProfile: 'deploy', kind: 'role', sourceProfile: 'keys'},
			{cliProfile: 'pod', kind: 'web identity'},
			{cliProfile: 'host', kind: 'process'},
			{cliProfile: 'console', kind: 'console sign-in'},
			{cliProfile: 'keys', kind: 'keys'},
			{cliProfile: 'default', kind: 'nothing', region: 'eu-central-1'},
		]);
	});

	test('takes a profile that stands in both files for one', () => {
		const found = cliProfilesIn(files('[profile keys]\nregion = us-east-2\n', CREDENTIALS));
		expect(found).toEqual([{cliProfile: 'keys', kind: 'keys', region: 'us-east-2'}]);
	});

	test('tells who asks Roles Anywhere, whatever else is set', () => {
		const line = 'credential_process = aws_signing_helper credential-process --certificate c.pem\n';
		expect(cliProfilesIn(files(`[profile keys]\n${line}[profile host]\n${line}`, CREDENTIALS))).toEqual([
			{cliProfile: 'keys', kind: 'keys', asksRolesAnywhere: true},
			{cliProfile: 'host', kind: 'process', asksRolesAnywhere: true},
		]);
	});

	test('never gives away a key', () => {
		expect(JSON.stringify(cliProfilesIn(files(CONFIG, CREDENTIALS)))).not.toMatch(/not-a-secret|AKIA/);
	});
});

describe('findCliProfiles', () => {
	const surroundings = (env: Readonly<Record<string, string>>) => {
		const home = temporaryFolder();
		return {env, workingDirectory: home, userHome: () => home};
	};

	test('finds nobody where there are no files', async () => {
		expect(await findCliProfiles(surroundings({}))).toEqual([]);
	});

	test('finds the keys in the environment, unless AWS_PROFILE hides them', async () => {
		const keys = {AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE', AWS_SECRET_ACCESS_KEY: 'not-a-secret'};
		expect(await findCliProfiles(surroundings(keys))).toEqual([{cliProfile: undefined, kind: 'keys'}]);
		expect(await findCliProfiles(surroundings({...keys, AWS_PROFILE: 'admin'}))).toEqual([]);
	});

	test('reads one file although the other cannot be read', async () => {
		const folder = temporaryFolder();
		const [config, credentials] = [path.join(folder, 'config'), path.join(folder, 'credentials')];
		writeFileSync(config, Buffer.from([0xff, 0xfe, 0x00]));
		writeFileSync(credentials, CREDENTIALS);
		const env = {AWS_CONFIG_FILE: config, AWS_SHARED_CREDENTIALS_FILE: credentials};

		expect(await findCliProfiles(surroundings(env))).toEqual([{cliProfile: 'keys', kind: 'keys'}]);
	});
});
