import {readdirSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import type {ConfigChange} from '../../src/config-file/change.ts';
import {type ChangeKey, forgetChanges, readChanges, recordChange} from '../../src/config-file/change-store.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

const now = new Date('2026-06-01T00:00:00Z');

function makeKey(differsBy: Partial<ChangeKey> = {}): ChangeKey {
	return {stateDirectory: temporaryFolder(), configFile: '/home/ada/.aws/config', cliProfile: 'build', ...differsBy};
}

function change(before: string | null, after: string): ConfigChange {
	const block = {cliProfile: 'build', before, after, joint: {lineEnd: '', blank: ''}, hadByteOrderMark: false};
	return {version: 1, path: '/home/ada/.aws/config', existed: true, folderExisted: true, block};
}

describe('the record of changes', () => {
	test('keeps them in order, privately, and the same one only once in a row', async () => {
		const key = makeKey();
		const changes = [change(null, 'one'), change('one', 'two')];
		for (const made of [...changes, change('one', 'two')]) {
			await recordChange(key, made, now);
		}

		expect(await readChanges(key)).toEqual(changes);
		const [name = ''] = readdirSync(path.join(key.stateDirectory, 'configure'));
		expect(statSync(path.join(key.stateDirectory, 'configure', name)).mode & 0o777).toBe(0o600);
	});

	test('is one for each CLI profile of each config file, and can be forgotten', async () => {
		const key = makeKey();
		await recordChange(key, change(null, 'one'), now);

		expect(await readChanges({...key, cliProfile: 'BUILD'})).toEqual([]);
		expect(await readChanges({...key, configFile: '/other'})).toEqual([]);
		await forgetChanges(key);
		expect(await readChanges(key)).toEqual([]);
	});

	test.each(['', '{', '{}', '[{}]', '[]'])('says that it is damaged when it reads %j', async text => {
		const key = makeKey();
		await recordChange(key, change(null, 'one'), now);
		const [name = ''] = readdirSync(path.join(key.stateDirectory, 'configure'));
		writeFileSync(path.join(key.stateDirectory, 'configure', name), text);

		await expect(readChanges(key)).rejects.toMatchObject({
			code: 'FILE_UNREADABLE',
			message: expect.stringContaining('damaged'),
		});
	});
});
