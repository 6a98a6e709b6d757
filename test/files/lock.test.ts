import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, readdirSync, symlinkSync, utimesSync, writeFileSync} from 'node:fs';
import {hostname} from 'node:os';
import path from 'node:path';
import {setTimeout as delay} from 'node:timers/promises';
import {describe, expect, test} from 'vitest';
import {withLock} from '../../src/files/lock.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

/** The number of a process that has ended. */
function endedProcess(): number {
	return spawnSync(process.execPath, ['-e', '']).pid;
}

describe('withLock', () => {
	test('gives back what the work gives, and leaves no lock whether it succeeds or fails', async () => {
		const file = path.join(temporaryFolder(), 'config');

		expect(await withLock(file, async () => existsSync(`${file}.lock`))).toBe(true);
		await expect(withLock(file, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
		expect(readdirSync(path.dirname(file))).toEqual([]);
	});

	test('lets one at a time work on a file, by whichever link', async () => {
		const folder = temporaryFolder();
		writeFileSync(path.join(folder, 'config'), '');
		symlinkSync('config', path.join(folder, 'link'));
		let working = 0;
		const work = async (): Promise<number> => {
			working += 1;
			const seen = working;
			await delay(5);
			working -= 1;
			return seen;
		};

		const seen = await Promise.all(
			Array.from({length: 10}, (_, index) => withLock(path.join(folder, index % 2 ? 'config' : 'link'), work)),
		);

		expect(seen).toEqual(Array.from({length: 10}, () => 1));
	});

	test('takes over from a process that is gone, and clears away what it left', async () => {
		const file = path.join(temporaryFolder(), 'config');
		const pid = endedProcess();
		writeFileSync(`${file}.lock`, `${pid} ${hostname()}\n`);
		writeFileSync(path.join(path.dirname(file), `.config.${pid}-0.tmp`), 'half');
		writeFileSync(path.join(path.dirname(file), `.config.${process.ppid}-0.tmp`), 'of a running process');

		await withLock(file, async () => undefined, {patience: 0});

		expect(readdirSync(path.dirname(file))).toEqual([`.config.${process.ppid}-0.tmp`]);
	});

	test('takes over from its own number, which an earlier process had', async () => {
		const file = path.join(temporaryFolder(), 'config');
		writeFileSync(`${file}.lock`, `${process.pid} ${hostname()}\n`);

		expect(await withLock(file, async () => 'done', {patience: 0})).toBe('done');
	});

	test('names a running holder when patience ends, and says how to remove its lock', async () => {
		const file = path.join(temporaryFolder(), 'config');
		writeFileSync(`${file}.lock`, `${process.ppid} ${hostname()}\n`);

		await expect(withLock(file, async () => undefined, {patience: 60})).rejects.toMatchObject({
			code: 'FILE_LOCKED',
			message: `Another anchorsmith (${process.ppid} ${hostname()}) is working on ${file}.`,
			next: expect.arrayContaining([expect.stringContaining(`rm ${file}.lock`)]),
		});
		expect(existsSync(`${file}.lock`)).toBe(true);
	});

	test('believes a holder on another machine for an hour', async () => {
		const file = path.join(temporaryFolder(), 'config');
		writeFileSync(`${file}.lock`, '1 elsewhere.example.com\n');
		await expect(withLock(file, async () => undefined, {patience: 0})).rejects.toMatchObject({code: 'FILE_LOCKED'});

		const before = Date.now() / 1000 - 2 * 3600;
		utimesSync(`${file}.lock`, before, before);

		expect(await withLock(file, async () => 'done', {patience: 0})).toBe('done');
	});

	test('says that the folder is missing', async () => {
		const folder = temporaryFolder();
		mkdirSync(path.join(folder, 'there'));

		await expect(withLock(path.join(folder, 'none/config'), async () => undefined)).rejects.toMatchObject({
			code: 'FILE_MISSING',
		});
	});
});
