import {createPrivateKey} from 'node:crypto';
import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {spawn} from '@lydell/node-pty';
import {describe, expect, test} from 'vitest';
import {program} from '../support/program.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

const CREATE = ['issuer', 'create', '--name', 'build', '--subject', 'CN=Build CA'];

/** Runs the built program in a real terminal, typing each answer when its question appears. */
async function inTerminal(
	home: string,
	words: readonly string[],
	answers: readonly (readonly [question: string, typed: string])[],
): Promise<{readonly code: number; readonly screen: string}> {
	const [node, entry] = await program();
	const terminal = spawn(node, [entry, ...words], {
		cols: 80,
		rows: 24,
		cwd: home,
		env: {PATH: process.env['PATH'] ?? '', HOME: home, TERM: 'xterm'},
	});
	const left = [...answers];
	let screen = '';
	let seen = 0;
	terminal.onData(data => {
		screen += data;
		const [next] = left;
		if (next && screen.indexOf(next[0], seen) !== -1) {
			seen = screen.length;
			left.shift();
			terminal.write(next[1]);
		}
	});
	return new Promise(resolve => terminal.onExit(({exitCode}) => resolve({code: exitCode, screen})));
}

describe('in a terminal, a new passphrase', () => {
	test('is asked for twice and never shown', async () => {
		const home = temporaryFolder();
		const {code, screen} = await inTerminal(home, CREATE, [
			["Passphrase for the issuer's keys:", 'correct horse\r'],
			['The same again:', 'correct horse\r'],
		]);

		expect(code).toBe(0);
		expect(screen).not.toContain('correct');
		const key = readFileSync(path.join(home, '.anchorsmith/issuers/build/issuer-key.pem'));
		expect(createPrivateKey({key, passphrase: 'correct horse'}).asymmetricKeyType).toBe('ec');
	});

	test.each([
		['typed differently', ['one\r', 'other\r'], 2, 'The two passphrases differ'],
		['left empty', ['\r'], 2, 'The passphrase is empty'],
		['given up with Ctrl-C', ['\u0003'], undefined, ''],
	])('%s makes nothing', async (_case, typed, expected, message) => {
		const home = temporaryFolder();
		const questions = ["Passphrase for the issuer's keys:", 'The same again:'];
		const {code, screen} = await inTerminal(
			home,
			CREATE,
			typed.map((answer, index) => [questions[index] ?? '', answer] as const),
		);

		expect(code).not.toBe(0);
		expect(code).not.toBe(70);
		expect(code).toBe(expected ?? code);
		expect(screen).toContain(message);
		expect(existsSync(path.join(home, '.anchorsmith'))).toBe(false);
	});
});

test('in a terminal, the passphrase of an issuer that exists is asked for once', async () => {
	const home = temporaryFolder();
	await inTerminal(home, CREATE, [
		["Passphrase for the issuer's keys:", 'pass\r'],
		['The same again:', 'pass\r'],
	]);
	const {code, screen} = await inTerminal(
		home,
		['issue', '--issuer', 'build', '--name', 'host-1'],
		[['Passphrase of the issuer build:', 'pass\r']],
	);

	expect(code).toBe(0);
	expect(screen).toContain('Made CN=host-1');
});
