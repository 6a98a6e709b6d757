// Promise: what the machine refuses is one clear error, loses nothing, and the next run goes on.
import {chmodSync, mkdirSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {faultPoints} from '../support/fault-points.ts';
import {faultAt, runProgram, writesCounted} from '../support/program.ts';
import {ENOUGH} from '../support/setup.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

const SETUP = ['setup', '--rehearse', '--yes', '--quiet', ...ENOUGH];

/** Nobody in particular: root may write anywhere. */
const NOBODY = process.getuid?.() === 0 ? {uid: 65_534} : {};

describe('setup', () => {
	test('says that the home folder does not exist, and does not make it', async () => {
		const folder = temporaryFolder();
		const {status, stderr} = await runProgram(SETUP, {env: {HOME: path.join(folder, 'gone')}, cwd: folder});

		expect(status).toBe(2);
		expect(stderr).toContain(`The home folder ${path.join(folder, 'gone')} does not exist.`);
		expect(readdirSync(folder)).toEqual([]);
	});

	test('says that nothing may be written', async () => {
		const home = temporaryFolder();
		chmodSync(home, 0o555);
		chmodSync(path.dirname(home), 0o755);
		const {status, stderr} = await runProgram(SETUP, {env: {HOME: home}, cwd: '/', ...NOBODY});
		chmodSync(home, 0o755);

		expect(stderr).toMatch(/^Error: Cannot create .*: permission denied\.\n {2}Next: /);
		expect(status).toBe(2);
		expect(readdirSync(home)).toEqual([]);
	});

	test('says that a file is where its folder should be', async () => {
		const home = temporaryFolder();
		mkdirSync(path.join(home, '.anchorsmith'));
		const {status, stderr} = await runProgram([...SETUP, '--home', '/dev/null'], {env: {HOME: home}, cwd: home});

		expect(status).toBe(2);
		expect(stderr).toContain('/dev/null');
	});

	test.each(['ENOSPC', 'EACCES'] as const)(
		'whichever write fails with %s, it says so and the next run completes',
		async fault => {
			const counting = temporaryFolder();
			const counted = path.join(counting, 'writes');
			await runProgram(SETUP, {env: {HOME: counting, ...faultAt(0, {countIn: counted})}, cwd: counting});
			for (const write of faultPoints('writes', writesCounted(counted), 40)) {
				const told = `${fault} at write ${write}`;
				const home = temporaryFolder();
				const failed = await runProgram(SETUP, {env: {HOME: home, ...faultAt(write, {fault})}, cwd: home});

				expect([0, 2], `${told}: ${failed.stderr}`).toContain(failed.status);
				expect(await runProgram(SETUP, {env: {HOME: home}, cwd: home}), told).toMatchObject({status: 0});
				const state = JSON.parse(readFileSync(path.join(home, '.anchorsmith/rehearsal/state/state.json'), 'utf8'));
				expect([state.trustAnchors.length, state.profiles.length, state.roles.length], told).toEqual([1, 1, 1]);
			}
		},
	);
});
