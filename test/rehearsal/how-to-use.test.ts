import {spawnSync} from 'node:child_process';
import {expect, test} from 'vitest';
import {howToUse} from '../../src/rehearsal/how-to-use.ts';
import {rehearsalForTest} from '../support/rehearsal.ts';

test('the text is a script that sets what it says', async () => {
	const rehearsal = await rehearsalForTest();
	const env = {AWS_PROFILE: 'other', NO_PROXY: "it's"};
	const text = howToUse(rehearsal, {env, platform: 'linux', stateDirectory: '/a\u001b[2Jb'});
	const {stdout} = spawnSync('sh', ['-c', `${text}\nenv`], {encoding: 'utf8', env: {PATH: '/usr/bin:/bin', ...env}});
	const set = stdout.split('\n');
	expect(set).toEqual(
		expect.arrayContaining(Object.entries(rehearsal.environment).map(([name, value]) => `${name}=${value}`)),
	);
	expect(set).toContain("NO_PROXY=it's,127.0.0.1");
	expect(set).not.toContain('AWS_PROFILE=other');
	expect(text).not.toContain('\u001b');
	expect(text).toContain('Stop it with Ctrl-C.');
});

test('on Windows it is one for PowerShell', async () => {
	const rehearsal = await rehearsalForTest();
	const text = howToUse(rehearsal, {env: {AWS_PROFILE: 'a'}, platform: 'win32', stateDirectory: undefined});
	expect(text).toContain(`$env:AWS_ENDPOINT_URL = '${rehearsal.endpoint}'\n`);
	expect(text).toContain('Remove-Item Env:AWS_PROFILE\n');
	expect(text).toContain('in memory');
});
