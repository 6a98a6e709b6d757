import {
	chmodSync,
	existsSync,
	lstatSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	readlinkSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {digestOf} from '../../src/files/digest.ts';
import {replaceFile} from '../../src/files/replace.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

const now = new Date('2026-06-01T00:00:00Z');

describe('replaceFile', () => {
	test('replaces the contents and keeps the mode', async () => {
		const file = path.join(temporaryFolder(), 'config');
		writeFileSync(file, 'old\n');
		chmodSync(file, 0o640);

		expect(await replaceFile(file, 'new\n', {now})).toEqual({path: file});

		expect(readFileSync(file, 'utf8')).toBe('new\n');
		expect(statSync(file).mode & 0o7777).toBe(0o640);
		expect(readdirSync(path.dirname(file))).toEqual(['config']);
	});

	test('makes a new file private unless told otherwise', async () => {
		const folder = temporaryFolder();
		await replaceFile(path.join(folder, 'one'), 'new\n', {now, basedOn: 'absent'});
		await replaceFile(path.join(folder, 'two'), 'new\n', {now, mode: 0o644});

		expect(statSync(path.join(folder, 'one')).mode & 0o777).toBe(0o600);
		expect(statSync(path.join(folder, 'two')).mode & 0o777).toBe(0o644);
	});

	test('keeps a backup of the old bytes under the same mode, each time under another name', async () => {
		const file = path.join(temporaryFolder(), 'config');
		writeFileSync(file, 'one', {mode: 0o600});
		const first = await replaceFile(file, 'two', {now, backup: true});
		const second = await replaceFile(file, 'three', {now, backup: true});

		expect(first.backup).toBe(`${file}.bak-20260601T000000Z`);
		expect(readFileSync(first.backup ?? '', 'utf8')).toBe('one');
		expect(readFileSync(second.backup ?? '', 'utf8')).toBe('two');
		expect(statSync(second.backup ?? '').mode & 0o777).toBe(0o600);
	});

	test.each([
		['a link', 'dotfiles/config'],
		['a link to nothing yet', 'dotfiles/later'],
	])('follows %s and leaves it a link', async (_case, target) => {
		const folder = temporaryFolder();
		mkdirSync(path.join(folder, 'dotfiles'));
		writeFileSync(path.join(folder, 'dotfiles/config'), 'old');
		symlinkSync(target, path.join(folder, 'direct'));
		symlinkSync(path.join(folder, 'direct'), path.join(folder, 'config'));

		const replaced = await replaceFile(path.join(folder, 'config'), 'new', {now});

		expect(replaced.path).toBe(path.join(folder, target));
		expect(readFileSync(path.join(folder, target), 'utf8')).toBe('new');
		expect(lstatSync(path.join(folder, 'config')).isSymbolicLink()).toBe(true);
		expect(readlinkSync(path.join(folder, 'direct'))).toBe(target);
	});

	test.each([
		['was edited', digestOf('something else')],
		['has appeared', 'absent' as const],
	])('refuses when the file %s since', async (_case, basedOn) => {
		const file = path.join(temporaryFolder(), 'config');
		writeFileSync(file, 'theirs');

		await expect(replaceFile(file, 'ours', {now, basedOn, backup: true})).rejects.toMatchObject({code: 'FILE_CHANGED'});

		expect(readFileSync(file, 'utf8')).toBe('theirs');
		expect(readdirSync(path.dirname(file))).toEqual(['config']);
	});

	test('refuses when the file is gone since', async () => {
		const file = path.join(temporaryFolder(), 'config');

		await expect(replaceFile(file, 'ours', {now, basedOn: digestOf('old')})).rejects.toMatchObject({
			code: 'FILE_CHANGED',
		});

		expect(existsSync(file)).toBe(false);
	});

	test.each([
		['a folder', '.', 'FILE_UNWRITABLE', /it is a folder/],
		['a file in a folder that is missing', 'none/config', 'FILE_MISSING', /none does not exist/],
		['a file below a file', 'file/config', 'FILE_UNWRITABLE', /not a folder/],
		['a device', '/dev/null', 'FILE_UNWRITABLE', /not a regular file/],
		['links in a circle', 'circle', 'FILE_UNWRITABLE', /circle/],
	])('says what is wrong with %s', async (_case, name, code, message) => {
		const folder = temporaryFolder();
		writeFileSync(path.join(folder, 'file'), '');
		symlinkSync('circle', path.join(folder, 'circle'));

		await expect(replaceFile(path.resolve(folder, name), 'new', {now})).rejects.toMatchObject({
			code,
			message: expect.stringMatching(message),
		});
		expect(readdirSync(folder).toSorted()).toEqual(['circle', 'file']);
	});
});
