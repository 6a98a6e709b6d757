// Promise: what was answered is kept beside the journal, without secrets, and is enough to make the set-up again.
import {readFileSync, statSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {readAnswersFile} from '../../../src/wizard/answers-file.ts';
import {answersJson} from '../../../src/wizard/conduct/kept-answers.ts';
import {runIn, setupWorld} from '../../support/setup.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

describe('the answers of a set-up', () => {
	test('make it again after it was destroyed, with the command that destroying ends with', async () => {
		const {home, run, setUp} = await setupWorld();
		await setUp('--dns', 'build-17.example.com', '--with-issuing');
		const {stdout} = await run(['destroy', '--rehearse', '--yes', '--delete-keys']);
		const file = path.join(home, '.anchorsmith/rehearsal/setups/anchorsmith/answers.json');

		expect(stdout).toContain(`Make it again: anchorsmith setup --answers ${file}\n`);
		expect(statSync(file).mode & 0o777).toBe(0o600);
		expect(await run(['setup', '--answers', file, '--yes'])).toMatchObject({
			exit: 0,
			stdout: expect.stringContaining('6 changes made'),
		});
	});

	test('are not kept by a plan that nobody carries out', async () => {
		const home = temporaryFolder();
		await runIn(home, ['setup', '--rehearse', '--part', 'pki', '--no-passphrase', '--plan-only']);

		expect(() => statSync(path.join(home, '.anchorsmith'))).toThrow('ENOENT');
	});

	test('hold where a passphrase is, never the passphrase', async () => {
		const home = temporaryFolder();
		const words = ['setup', '--rehearse', '--yes', '--part', 'pki'];
		const kept = () =>
			JSON.parse(readFileSync(path.join(home, '.anchorsmith/rehearsal/setups/anchorsmith/answers.json'), 'utf8'));

		expect(await runIn(home, [...words, '--passphrase-env', 'SECRET'], {env: {SECRET: 'hunter2'}})).toMatchObject({
			exit: 0,
		});
		expect(kept()).toMatchObject({passphraseEnv: 'SECRET', part: 'pki'});
		expect(await runIn(home, [...words, '--passphrase-file', '-'], {stdin: 'hunter2\n'})).toMatchObject({exit: 0});
		expect(Object.keys(kept()).filter(key => /passphrase/i.test(key))).toEqual([]);
	});
});

describe('answersJson', () => {
	test('is read back as the same answers, with absolute paths', () => {
		const json = answersJson(
			{
				rehearse: false,
				part: 'machine',
				certificate: 'certs/host.pem',
				dns: ['a.example.com'],
				sessionDuration: 900,
				passphrase: {from: 'file', path: 'secret.txt'},
			},
			'/srv',
		);

		expect(readAnswersFile(JSON.stringify(json), 'kept')).toEqual({
			rehearse: false,
			part: 'machine',
			certificate: '/srv/certs/host.pem',
			dns: ['a.example.com'],
			sessionDuration: 900,
			passphrase: {from: 'file', path: '/srv/secret.txt'},
		});
	});

	test('leaves out what only this process knows', () => {
		expect(answersJson({passphrase: {from: 'typed'}}, '/')).toEqual({});
		expect(answersJson({passphrase: {from: 'nowhere'}}, '/')).toEqual({noPassphrase: true});
	});
});
