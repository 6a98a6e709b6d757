import {writeFile} from 'node:fs/promises';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {setupWorld} from '../support/setup.ts';

describe('before anything is made', () => {
	test('the passphrase of an authority that is there must open its key', async () => {
		const {home, run, setUp, rolesAnywhere} = await setupWorld();
		await writeFile(path.join(home, 'right'), 'correct horse\n');
		await writeFile(path.join(home, 'wrong'), 'battery staple\n');
		const create = ['issuer', 'create', '--home', path.join(home, '.anchorsmith/rehearsal'), '--name', 'anchorsmith'];
		const created = await run([...create, '--subject', 'CN=anchorsmith CA', '--passphrase-file', 'right']);
		expect(created).toMatchObject({exit: 0});
		const answers = ['--subject', 'CN=build-17', '--permissions', 'none', '--rehearse', '--yes'];

		const {exit, stderr} = await run(['setup', ...answers, '--passphrase-file', 'wrong']);

		expect(exit).toBe(2);
		expect(stderr).toContain('The passphrase does not open the private key');
		expect(stderr).not.toContain('Undo what was made');
		expect(await rolesAnywhere.reader.listTrustAnchors()).toEqual([]);
		expect(await run(['setup', ...answers, '--passphrase-file', 'right'])).toMatchObject({exit: 0});
		expect(await setUp()).toMatchObject({exit: 0});
	});

	test('a helper that is named must be a program', async () => {
		const {setUp, rolesAnywhere} = await setupWorld();

		const {exit, stderr} = await setUp('--helper', 'official', '--helper-program', '/dev/null');

		expect(exit).toBe(2);
		expect(stderr).toContain('/dev/null is no program that can be started');
		expect(await rolesAnywhere.reader.listTrustAnchors()).toEqual([]);
	});
});
