import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {readBytes, readFileIfThere, readTextFile} from '../../src/files/read.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

describe('reading', () => {
	test('gives bytes, and undefined for what is not there', async () => {
		const folder = temporaryFolder();
		writeFileSync(path.join(folder, 'file'), 'text');
		symlinkSync('nowhere', path.join(folder, 'dangling'));

		expect(String(await readFileIfThere(path.join(folder, 'file')))).toBe('text');
		expect(await readFileIfThere(path.join(folder, 'dangling'))).toBeUndefined();
		expect(await readFileIfThere(path.join(folder, 'none/file'))).toBeUndefined();
	});

	test('takes a byte order mark off text, and keeps line ends', async () => {
		const file = path.join(temporaryFolder(), 'file');
		writeFileSync(file, '\uFEFFone\r\ntwo');

		expect(await readTextFile(file)).toBe('one\r\ntwo');
	});

	test('says which file is missing, is a folder or is no text', async () => {
		const folder = temporaryFolder();
		writeFileSync(path.join(folder, 'latin1'), Buffer.from('caf\xe9', 'latin1'));
		mkdirSync(path.join(folder, 'folder'));

		await expect(readBytes(path.join(folder, 'none'))).rejects.toMatchObject({
			code: 'FILE_MISSING',
			message: `Cannot read ${folder}/none: there is no such file.`,
		});
		await expect(readTextFile(path.join(folder, 'latin1'))).rejects.toMatchObject({
			code: 'FILE_UNREADABLE',
			message: `Cannot read ${folder}/latin1: it is not UTF-8 text.`,
		});
		await expect(readFileIfThere(path.join(folder, 'folder'))).rejects.toMatchObject({
			code: 'FILE_UNREADABLE',
			message: `Cannot read ${folder}/folder: it is a folder.`,
		});
	});
});
