import {existsSync, mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {digestOf} from '../../src/files/digest.ts';
import {removeFile} from '../../src/files/remove.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

describe('removeFile', () => {
	test('removes a file that holds what it should', async () => {
		const file = path.join(temporaryFolder(), 'config');
		writeFileSync(file, 'ours');
		await removeFile(file, {basedOn: digestOf('ours')});

		expect(existsSync(file)).toBe(false);
	});

	test('leaves a file that holds anything else, and says so for one that is gone', async () => {
		const file = path.join(temporaryFolder(), 'config');
		writeFileSync(file, 'theirs');

		await expect(removeFile(file, {basedOn: digestOf('ours')})).rejects.toMatchObject({code: 'FILE_CHANGED'});
		await expect(removeFile(`${file}-none`, {basedOn: digestOf('ours')})).rejects.toMatchObject({
			code: 'FILE_CHANGED',
		});
		expect(existsSync(file)).toBe(true);
	});

	test('refuses a folder', async () => {
		const folder = path.join(temporaryFolder(), 'folder');
		mkdirSync(folder);

		await expect(removeFile(folder, {basedOn: digestOf('')})).rejects.toMatchObject({
			code: 'FILE_UNWRITABLE',
			message: `Cannot remove ${folder}: it is a folder.`,
		});
	});
});
