import {existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {createFile, createFolder} from '../../src/files/create.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

describe('createFile', () => {
	test('creates a file with exactly the mode asked for, whatever the umask', async () => {
		const folder = temporaryFolder();
		const umask = process.umask(0o077);
		try {
			await createFile(path.join(folder, 'certificate.pem'), 'text', {mode: 0o644});
		} finally {
			process.umask(umask);
		}

		await createFile(path.join(folder, 'key.pem'), new Uint8Array([1, 2]), {mode: 0o600});

		expect(statSync(path.join(folder, 'certificate.pem')).mode & 0o777).toBe(0o644);
		expect(statSync(path.join(folder, 'key.pem')).mode & 0o777).toBe(0o600);
		expect([...readFileSync(path.join(folder, 'key.pem'))]).toEqual([1, 2]);
		expect(readdirSync(folder)).toHaveLength(2);
	});

	test('never overwrites a file, nor writes through a dangling link', async () => {
		const folder = temporaryFolder();
		writeFileSync(path.join(folder, 'key.pem'), 'precious');
		symlinkSync('elsewhere', path.join(folder, 'link'));

		for (const name of ['key.pem', 'link']) {
			await expect(createFile(path.join(folder, name), 'new', {mode: 0o600})).rejects.toMatchObject({
				code: 'FILE_EXISTS',
			});
		}

		expect(readFileSync(path.join(folder, 'key.pem'), 'utf8')).toBe('precious');
		expect(readdirSync(folder).toSorted()).toEqual(['key.pem', 'link']);
	});

	test('of many that create the same file at once exactly one succeeds', async () => {
		const file = path.join(temporaryFolder(), 'key.pem');
		const outcomes = await Promise.allSettled(
			Array.from({length: 20}, (_, index) => createFile(file, `writer ${index}`, {mode: 0o600})),
		);
		const winners = outcomes.flatMap(({status}, index) => (status === 'fulfilled' ? [index] : []));

		expect(winners).toHaveLength(1);
		expect(readFileSync(file, 'utf8')).toBe(`writer ${winners[0]}`);
		expect(readdirSync(path.dirname(file))).toEqual(['key.pem']);
	});
});

describe('createFolder', () => {
	test('creates folders all the way, private', async () => {
		const folder = temporaryFolder();
		await createFolder(path.join(folder, 'a/b'));

		expect(statSync(path.join(folder, 'a')).mode & 0o777).toBe(0o700);
		expect(statSync(path.join(folder, 'a/b')).mode & 0o777).toBe(0o700);
	});

	test('leaves a folder that exists as it is', async () => {
		const folder = path.join(temporaryFolder(), 'open');
		mkdirSync(folder, {mode: 0o755});
		await createFolder(folder);

		expect(statSync(folder).mode & 0o777).toBe(0o755);
	});

	test('does not make a home folder that is missing', async () => {
		const home = path.join(temporaryFolder(), 'home');

		await expect(createFolder(path.join(home, '.aws'), {within: home})).rejects.toMatchObject({code: 'HOME_MISSING'});
		expect(existsSync(home)).toBe(false);
	});

	test('says that a file is in the way', async () => {
		const file = path.join(temporaryFolder(), 'file');
		writeFileSync(file, '');

		await expect(createFolder(file)).rejects.toMatchObject({
			code: 'FILE_UNWRITABLE',
			message: `Cannot create the folder ${file}: a file is there.`,
		});
		await expect(createFolder(path.join(file, 'below'))).rejects.toMatchObject({code: 'FILE_UNWRITABLE'});
	});
});
