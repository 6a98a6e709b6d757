import {spawnSync} from 'node:child_process';
import {describe, expect, test} from 'vitest';
import type {Answers} from '../../../src/wizard/answers.ts';
import {ownCommands} from '../../../src/wizard/equivalents/own-commands.ts';

/** The words that a shell makes of the last block. */
function words(answers: Answers, home?: string): readonly string[] {
	const lines = ownCommands(answers, {home}).at(-1)?.lines ?? [];
	const {stdout} = spawnSync('/bin/sh', ['-c', lines.join('\n').replace('anchorsmith', String.raw`printf '%s\n'`)]);
	return stdout.toString().trimEnd().split('\n');
}

describe('ownCommands', () => {
	test('gives every answer by its flag, in the order of the questions', () => {
		const answers: Answers = {
			subject: "CN=Anna's host,O=Example",
			rehearse: true,
			dns: ['a.example.com', 'b.example.com'],
			withIssuing: false,
			sessionDuration: 900,
			passphrase: {from: 'file', path: '/home/anna/my secret.txt'},
		};
		expect(words(answers, '/tmp/other home')).toEqual([
			...['setup', '--rehearse', '--passphrase-file', '/home/anna/my secret.txt'],
			...['--subject', "CN=Anna's host,O=Example", '--dns', 'a.example.com', '--dns', 'b.example.com'],
			...['--session-duration', '900', '--home', '/tmp/other home', '--yes'],
		]);
	});

	test.each([
		[{from: 'nowhere'}, ['--no-passphrase']],
		[{from: 'environment', variable: 'SECRET'}, ['--passphrase-env', 'SECRET']],
		[{from: 'typed'}, ['--passphrase-env', 'ISSUER_PASSPHRASE']],
		[{from: 'file', path: '-'}, ['--passphrase-env', 'ISSUER_PASSPHRASE']],
	] as const)('says where a passphrase comes from: %o', (passphrase, flags) => {
		expect(words({passphrase})).toEqual(['setup', ...flags, '--yes']);
	});

	test('asks again for a passphrase that was typed', () => {
		const [asking] = ownCommands({passphrase: {from: 'typed'}});
		expect(asking?.lines).toContain('IFS= read -r ISSUER_PASSPHRASE');
	});

	test('keeps a value that begins with a dash from being a flag, and shows no control character', () => {
		expect(words({subject: '-x'})).toEqual(['setup', '--subject=-x', '--yes']);
	});
});
