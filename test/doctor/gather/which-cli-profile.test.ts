import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {whichCliProfile} from '../../../src/doctor/gather/which-cli-profile.ts';
import {surroundingsForTest} from '../../support/doctor-surroundings.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

const HELPER = 'credential_process = /x --trust-anchor-arn arn';

test.each<[string, object, object, string, object]>([
	['the flag', {cliProfile: 'a'}, {AWS_PROFILE: 'b'}, '', {name: 'a', chosenBy: 'flag'}],
	['AWS_PROFILE', {}, {AWS_PROFILE: 'b', AWS_DEFAULT_PROFILE: 'c'}, '', {name: 'b', chosenBy: 'environment'}],
	['AWS_DEFAULT_PROFILE', {}, {AWS_PROFILE: '', AWS_DEFAULT_PROFILE: 'c'}, '', {name: 'c', chosenBy: 'environment'}],
	[
		'the only one with a helper',
		{},
		{},
		`[profile a]\nregion = x\n[profile b]\n${HELPER}\n`,
		{name: 'b', chosenBy: 'only-one'},
	],
	['default of two', {}, {}, `[profile a]\n${HELPER}\n[profile b]\n${HELPER}\n`, {name: 'default', chosenBy: 'usual'}],
	['default of none', {}, {}, '', {name: 'default', chosenBy: 'usual'}],
	[
		'default where flags say all',
		{flags: {certificate: 'c'}},
		{},
		`[profile b]\n${HELPER}\n`,
		{name: 'default', chosenBy: 'usual'},
	],
])('asked about is %s', async (_what, options, env, config, expected) => {
	const home = temporaryFolder();
	mkdirSync(path.join(home, '.aws'));
	writeFileSync(path.join(home, '.aws/config'), config);

	await expect(
		whichCliProfile(surroundingsForTest({userHome: () => home, env: {...env}, options: {isOffline: true, ...options}})),
	).resolves.toEqual(expected);
});
