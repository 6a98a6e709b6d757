import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {createTogether, type NewFile} from '../../src/files/create-together.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

const files: readonly NewFile[] = [
	{name: 'key.pem', contents: 'key', mode: 0o600},
	{name: 'certificate.pem', contents: 'certificate', mode: 0o644},
];
const modeOf = (file: string) => statSync(file).mode & 0o777;

/** Everything below a folder, hidden or not. */
const all = (folder: string) => readdirSync(folder, {recursive: true, encoding: 'utf8'}).toSorted();

describe('files created together', () => {
	test('stand in a new private folder with their own modes', async () => {
		const folder = path.join(temporaryFolder(), 'a/b');
		await createTogether([{folder, files}]);

		expect(readFileSync(path.join(folder, 'key.pem'), 'utf8')).toBe('key');
		expect([folder, path.dirname(folder)].map(modeOf)).toEqual([0o700, 0o700]);
		expect(files.map(({name}) => modeOf(path.join(folder, name)))).toEqual([0o600, 0o644]);
	});

	test('are added to a folder that is there, whose mode stays', async () => {
		const folder = temporaryFolder();
		mkdirSync(path.join(folder, 'out'), {mode: 0o755});
		writeFileSync(path.join(folder, 'out/mine'), 'mine');
		await createTogether([{folder: path.join(folder, 'out'), files}]);

		expect(all(path.join(folder, 'out'))).toEqual(['certificate.pem', 'key.pem', 'mine']);
		expect(modeOf(path.join(folder, 'out'))).toBe(0o755);
	});

	test('never replace one, and then none is created', async () => {
		const folder = temporaryFolder();
		mkdirSync(path.join(folder, 'two'));
		writeFileSync(path.join(folder, 'two/certificate.pem'), 'old');
		const work = createTogether([
			{folder: path.join(folder, 'one'), files},
			{folder: path.join(folder, 'two'), files},
		]);

		await expect(work).rejects.toMatchObject({code: 'FILE_EXISTS'});
		expect(all(folder)).toEqual(['two', 'two/certificate.pem']);
		expect(readFileSync(path.join(folder, 'two/certificate.pem'), 'utf8')).toBe('old');
	});

	test('never follow a link that leads nowhere', async () => {
		const folder = temporaryFolder();
		symlinkSync(path.join(folder, 'elsewhere'), path.join(folder, 'key.pem'));

		await expect(createTogether([{folder, files}])).rejects.toMatchObject({code: 'FILE_EXISTS'});
		expect(existsSync(path.join(folder, 'elsewhere'))).toBe(false);
	});

	test('cannot be seen before the work that precedes them is done, and do not appear when it fails', async () => {
		const folder = temporaryFolder();
		mkdirSync(path.join(folder, 'old'));
		const work = createTogether(
			[
				{folder: path.join(folder, 'new'), files},
				{folder: path.join(folder, 'old'), files},
			],
			{
				async beforeAppearing() {
					expect(existsSync(path.join(folder, 'new'))).toBe(false);
					expect(all(path.join(folder, 'old'))).toEqual([]);
					throw new Error('the register is full');
				},
			},
		);

		await expect(work).rejects.toThrow('the register is full');
		expect(all(folder)).toEqual(['old']);
	});

	test('all go again when one of them cannot appear', async () => {
		const folder = temporaryFolder();
		const work = createTogether(
			[
				{folder: path.join(folder, 'one'), files},
				{folder: path.join(folder, 'two'), files},
			],
			{
				async beforeAppearing() {
					mkdirSync(path.join(folder, 'two'));
					writeFileSync(path.join(folder, 'two/another'), 'somebody was quicker');
				},
			},
		);

		await expect(work).rejects.toMatchObject({code: 'FILE_EXISTS'});
		expect(all(folder)).toEqual(['two', 'two/another']);
	});

	test('clear away what a process that died left of the same folder, and nothing else', async () => {
		const folder = temporaryFolder();
		const dead = spawnSync(process.execPath, ['-e', '']).pid;
		for (const name of [`.new.${dead}-0.tmp`, `.new.${process.pid}-7.tmp`, `.other.${dead}-0.tmp`]) {
			mkdirSync(path.join(folder, name));
			writeFileSync(path.join(folder, name, 'key.pem'), 'key');
		}

		await createTogether([{folder: path.join(folder, 'new'), files}]);
		expect(readdirSync(folder).toSorted()).toEqual([`.new.${process.pid}-7.tmp`, `.other.${dead}-0.tmp`, 'new']);
	});

	test('leave nothing where a file stands in the place of a folder', async () => {
		const folder = temporaryFolder();
		writeFileSync(path.join(folder, 'file'), '');

		await expect(createTogether([{folder: path.join(folder, 'file/below'), files}])).rejects.toMatchObject({
			code: 'FILE_UNWRITABLE',
		});
		expect(all(folder)).toEqual(['file']);
	});
});
