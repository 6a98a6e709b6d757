import {spawnSync} from 'node:child_process';
import {chmodSync, chownSync, mkdirSync, realpathSync, statSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import {beforeEach, describe, expect, test} from 'vitest';
import type {UserEvidence} from '../../../src/doctor/evidence/host.ts';
import {mayByMode, obstacleFor} from '../../../src/doctor/gather/access-for.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

const other: UserEvidence = {uid: 65_534, gids: [65_534], isSelf: false};
let folder: string;

beforeEach(() => {
	folder = realpathSync(temporaryFolder());
	chmodSync(folder, 0o755);
	mkdirSync(path.join(folder, 'pki'), {mode: 0o755});
	writeFileSync(path.join(folder, 'pki/key.pem'), '', {mode: 0o644});
});

describe('what keeps another user from a file', () => {
	test.each<[string, () => void, string | undefined]>([
		['nothing, where everyone may', () => undefined, undefined],
		['the file', () => chmodSync(path.join(folder, 'pki/key.pem'), 0o600), 'pki/key.pem'],
		['the folder', () => chmodSync(path.join(folder, 'pki'), 0o700), 'pki'],
		[
			'the first of two',
			() => {
				chmodSync(folder, 0o750);
				chmodSync(path.join(folder, 'pki'), 0o700);
			},
			'',
		],
	])('%s', async (_what, close, obstacle) => {
		close();

		await expect(obstacleFor(other, path.join(folder, 'pki/key.pem'), 'read')).resolves.toBe(
			obstacle === undefined ? undefined : path.join(folder, obstacle),
		);
	});

	test('the folder that a link leads into', async () => {
		mkdirSync(path.join(folder, 'closed'), {mode: 0o700});
		writeFileSync(path.join(folder, 'closed/key.pem'), '', {mode: 0o644});
		symlinkSync('../closed/key.pem', path.join(folder, 'pki/link.pem'));

		await expect(obstacleFor(other, path.join(folder, 'pki/link.pem'), 'read')).resolves.toBe(
			path.join(folder, 'closed'),
		);
	});

	test('a file that is not there is told apart', async () => {
		await expect(obstacleFor(other, path.join(folder, 'none'), 'read')).rejects.toMatchObject({code: 'ENOENT'});
		await expect(obstacleFor(undefined, path.join(folder, 'none'), 'read')).rejects.toMatchObject({code: 'ENOENT'});
	});
});

describe('permission bits', () => {
	test.runIf(process.getuid?.() === 0)('are counted as the system counts them', () => {
		const file = path.join(folder, 'pki/key.pem');
		fc.assert(
			fc.property(
				fc.integer({min: 0, max: 0o777}),
				fc.constantFrom(0, 65_534, 4242),
				fc.constantFrom(0, 65_534),
				fc.constantFrom('read', 'execute' as const),
				(mode, owner, group, wanted) => {
					chownSync(file, owner, group);
					chmodSync(file, mode);
					const {status} = spawnSync('/usr/bin/test', [wanted === 'read' ? '-r' : '-x', file], {
						uid: 65_534,
						gid: 65_534,
						cwd: '/',
					});

					expect(mayByMode(other, statSync(file), wanted)).toBe(status === 0);
				},
			),
			{numRuns: 40},
		);
	});

	test('let the administrator read everything, and execute what somebody may', () => {
		const root = {uid: 0, gids: [0]};

		expect(mayByMode(root, {mode: 0o100_000, uid: 7, gid: 7}, 'read')).toBe(true);
		expect(mayByMode(root, {mode: 0o100_644, uid: 7, gid: 7}, 'execute')).toBe(false);
		expect(mayByMode(root, {mode: 0o040_600, uid: 7, gid: 7}, 'execute')).toBe(true);
	});
});
