import {readdir, utimes, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {type AttemptedOrder, failureFile, keepFailure, readFailure} from '../../src/session/last-failure.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';
import {common} from '../support/vectors.ts';

const order: AttemptedOrder = {...common.arns, certificate: '/etc/pki/c.pem', privateKey: '/etc/pki/k.pem'};
const failure = {at: common.at.toISOString(), code: 'FILE_MISSING', message: 'Cannot read /etc/pki/c.pem.'};

describe('the last failure', () => {
	test('is read as it was kept', async () => {
		const file = failureFile(temporaryFolder(), order);
		await keepFailure(file, failure, {now: common.at});

		await expect(readFailure(file)).resolves.toEqual(failure);
	});

	test('is that of the same order only', () => {
		expect(failureFile('/state', {...order})).toBe(failureFile('/state', order));
		expect(failureFile('/state', {...order, certificate: '/etc/pki/d.pem'})).not.toBe(failureFile('/state', order));
	});

	test.each([
		['damaged', '{"at":'],
		['of another kind', '{"at": 7}'],
		['null', 'null'],
	])('is none when the file is %s', async (_what, text) => {
		const file = path.join(temporaryFolder(), 'failure.json');
		await writeFile(file, text);

		await expect(readFailure(file)).resolves.toBeUndefined();
	});

	test('makes room for itself', async () => {
		const folder = temporaryFolder();
		const old = failureFile(folder, {...order, region: 'us-east-1'});
		await keepFailure(old, failure, {now: common.at});
		const longAgo = new Date(common.at.getTime() - 60 * 86_400_000);
		await utimes(old, longAgo, longAgo);
		await keepFailure(failureFile(folder, order), failure, {now: common.at});

		expect(await readdir(path.dirname(old))).toEqual([path.basename(failureFile(folder, order))]);
	});
});
