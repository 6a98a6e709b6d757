import {mkdtemp, readdir, readFile, rm, stat, utimes, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {cacheFile, type ProcessCredentials, readCache} from '../../src/session/cache.ts';
import {keepInCache} from '../../src/session/keep-in-cache.ts';

const now = new Date('2026-06-01T00:00:00Z');
const credentials: ProcessCredentials = {
	Version: 1,
	AccessKeyId: 'ASIAEXAMPLE',
	SecretAccessKey: 'example/secret',
	SessionToken: 'example//token==',
	Expiration: '2026-06-01T01:00:00.000Z',
};

let folder: string;
let file: string;

beforeEach(async () => {
	folder = path.join(await mkdtemp(path.join(tmpdir(), 'anchorsmith-')), 'state', 'cache');
	file = cacheFile(folder, ['a']);
});

afterEach(async () => {
	await rm(path.join(folder, '../..'), {recursive: true});
});

describe('the cache', () => {
	test('gives back what was kept', async () => {
		await keepInCache(file, credentials, {now});

		await expect(readCache(file, now)).resolves.toEqual(credentials);
	});

	test('is readable by nobody else', async () => {
		await keepInCache(file, credentials, {now});

		expect((await stat(file)).mode & 0o777).toBe(0o600);
		expect((await stat(folder)).mode & 0o777).toBe(0o700);
		expect((await stat(path.dirname(folder))).mode & 0o777).toBe(0o700);
	});

	test.each([
		[600, true],
		[599, false],
		[0, false],
		[-1, false],
	])('with %d seconds left gives anything: %s', async (left, isGiven) => {
		const Expiration = new Date(now.getTime() + left * 1000).toISOString();
		await keepInCache(file, {...credentials, Expiration}, {now});

		expect((await readCache(file, now)) !== undefined).toBe(isGiven);
	});

	test.each([
		'',
		'{',
		'null',
		'[]',
		'"x"',
		'{}',
		JSON.stringify({...credentials, Version: '1'}),
		JSON.stringify({...credentials, SessionToken: ''}),
		JSON.stringify({...credentials, Expiration: 'soon'}),
		'\u0000'.repeat(100),
	])('takes %j for nothing kept', async text => {
		await keepInCache(file, credentials, {now});
		await writeFile(file, text);

		await expect(readCache(file, now)).resolves.toBeUndefined();
	});

	test('that is not there gives nothing', async () => {
		await expect(readCache(file, now)).resolves.toBeUndefined();
		await expect(readCache('/dev/null/x', now)).resolves.toBeUndefined();
	});

	test('is never seen half written by processes that keep at once', async () => {
		await keepInCache(file, credentials, {now});
		const long = {...credentials, SessionToken: 'x'.repeat(100_000)};
		const keeping = Promise.all(Array.from({length: 20}, () => keepInCache(file, long, {now})));
		const reading = Promise.all(Array.from({length: 200}, () => readCache(file, now)));

		for (const seen of await reading) {
			expect(seen).toBeDefined();
		}

		await keeping;
		expect(await readdir(folder)).toEqual([path.basename(file)]);
	});

	test('loses entries older than any session, and nothing else', async () => {
		const old = cacheFile(folder, ['old']);
		const foreign = path.join(folder, 'notes.json');
		await keepInCache(old, credentials, {now});
		await writeFile(foreign, 'mine');
		const longAgo = new Date(now.getTime() - 43_201_000);
		await utimes(old, longAgo, longAgo);
		await utimes(foreign, longAgo, longAgo);
		await keepInCache(file, credentials, {now});

		expect((await readdir(folder)).toSorted()).toEqual([path.basename(file), 'notes.json'].toSorted());
		await expect(readFile(foreign, 'utf8')).resolves.toBe('mine');
	});

	test('makes no home folder', async () => {
		const within = path.join(folder, 'nobody');

		await expect(keepInCache(file, credentials, {now, within})).rejects.toMatchObject({code: 'HOME_MISSING'});
	});
});

describe('the name of a cache file', () => {
	test('is another for every part of the subject, and tells nothing of them', () => {
		const bytes = Buffer.from('certificate');
		const names = [
			['a', 'b', bytes],
			['ab', '', bytes],
			['a', 'b', undefined],
			['a', 'b'],
			['a', 'b', 'certificate'],
			['a', 'b', bytes, 3600],
			['a', 'b', bytes, '3600'],
		].map(subject => path.basename(cacheFile(folder, subject)));

		expect(new Set(names).size).toBe(names.length);
		for (const name of names) {
			expect(name).toMatch(/^[0-9a-f]{64}\.json$/);
		}
	});
});
