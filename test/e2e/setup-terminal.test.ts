// Promise: in a terminal, setup shows its plan and goes ahead only after a yes; Ctrl-C there ends it with 130.
import {existsSync} from 'node:fs';
import path from 'node:path';
import {spawn} from '@lydell/node-pty';
import {describe, expect, test} from 'vitest';
import {program} from '../support/program.ts';
import {ENOUGH} from '../support/setup.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

/** Runs setup in a terminal, answers its one question, and gives the screen's bytes and the exit code. */
async function answerInTerminal(home: string, keys: string): Promise<{output: string; code: number}> {
	const [node, entry] = await program();
	const terminal = spawn(node, [entry, 'setup', '--rehearse', ...ENOUGH], {
		name: 'xterm-256color',
		cols: 100,
		rows: 60,
		cwd: home,
		env: {PATH: process.env['PATH'] ?? '', HOME: home, TERM: 'xterm-256color'},
	});
	let output = '';
	let isAnswered = false;
	terminal.onData(data => {
		output += data;
		if (!isAnswered && output.includes('Make these changes?')) {
			isAnswered = true;
			terminal.write(keys);
		}
	});
	const code = await new Promise<number>(resolve => {
		terminal.onExit(({exitCode}) => resolve(exitCode));
	});
	return {output, code};
}

describe('setup in a terminal', () => {
	test('goes ahead after a yes', async () => {
		const home = temporaryFolder();
		const {output, code} = await answerInTerminal(home, 'y\r');

		expect(code).toBe(0);
		expect(output).toContain('6 to create, 0 to update, 0 to delete.');
		expect(output).toContain('assumed-role/anchorsmith/');
	});

	test.each([
		['no', 'n\r', 2],
		['nothing but Enter', '\r', 2],
		['Ctrl-C', '\u0003', 130],
	])('changes nothing after %s', async (_case, keys, expected) => {
		const home = temporaryFolder();
		const {output, code} = await answerInTerminal(home, keys);

		expect({code, output}).toEqual({code: expected, output: expect.stringContaining('Nothing was changed')});
		expect(existsSync(path.join(home, '.anchorsmith/rehearsal/issuers'))).toBe(false);
	});
});
