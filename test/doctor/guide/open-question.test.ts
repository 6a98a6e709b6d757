import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import type {GatherOptions} from '../../../src/doctor/gather/surroundings.ts';
import {openQuestion} from '../../../src/doctor/guide/open-question.ts';
import {surroundingsForTest} from '../../support/doctor-surroundings.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

const HELPER = 'credential_process = aws_signing_helper credential-process';
const CONFIG = `[profile admin]
sso_session = company

[profile keys]
aws_access_key_id = AKIAEXAMPLE
aws_secret_access_key = not-a-secret
${HELPER}

[profile host]
region = eu-north-1
${HELPER}
`;

function ask(options: Partial<GatherOptions>, env: Readonly<Record<string, string>> = {}, config = CONFIG) {
	const home = temporaryFolder();
	mkdirSync(path.join(home, '.aws'));
	writeFileSync(path.join(home, '.aws/config'), config);
	return openQuestion(surroundingsForTest({userHome: () => home, env, options: {isOffline: true, ...options}}));
}

describe('which CLI profile is meant', () => {
	test('is asked where several may be, those first that ask Roles Anywhere', async () => {
		expect((await ask({})).map(({name, note}) => [name, note])).toEqual([
			['keys', 'asks Roles Anywhere, but has access keys too'],
			['host', 'asks Roles Anywhere, eu-north-1'],
			['admin', 'single sign-on'],
		]);
	});

	test.each([
		['a flag names it', {cliProfile: 'host'}, {}],
		['a variable names it', {}, {AWS_PROFILE: 'host'}],
		['flags stand for its credential process', {flags: {certificate: 'c.pem'}}, {}],
	] as const)('is not asked where %s', async (_what, options, env) => {
		expect(await ask(options, env)).toEqual([]);
	});

	test('is not asked where only one asks Roles Anywhere, nor where there is none', async () => {
		expect(await ask({}, {}, `[profile admin]\nregion = eu-west-1\n\n[profile host]\n${HELPER}\n`)).toEqual([]);
		expect(await ask({}, {}, '')).toEqual([]);
	});

	test('is asked although a region was given', async () => {
		expect(await ask({flags: {region: 'eu-west-1'}})).not.toEqual([]);
	});
});
