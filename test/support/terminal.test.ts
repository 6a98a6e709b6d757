// Promise: what tests see of a program is what a person would see in a terminal.
import {expect, test} from 'vitest';
import {temporaryFolder} from './temporary-folder.ts';
import {openTerminal} from './terminal.ts';

const sh = (script: string) => ({command: ['/bin/sh', '-c', script] as const, env: {}, cwd: temporaryFolder()});

test('a terminal shows what a program writes, and how it ends', async () => {
	const terminal = openTerminal(sh('printf "\\033[31mred\\033[0m 漢字\\n"; exit 3'));

	expect(await terminal.exit).toEqual({code: 3, signal: 0});
	expect(terminal.screen()).toBe('red 漢字');
	expect(terminal.bytes().toString()).toBe('\u001B[31mred\u001B[0m 漢字\r\n');
});

test('a program is told the keys and the size', async () => {
	const terminal = openTerminal({...sh('stty size; read word; stty size; echo "got $word"'), columns: 40, rows: 12});
	await terminal.waitFor('12 40');
	terminal.resize(100, 30);
	terminal.type('yes');
	terminal.press('enter');

	await terminal.waitFor('got yes');
	expect(terminal.screen()).toContain('30 100');
	expect(terminal.presses()).toBe(4);
});

test('a program that asks the terminal gets an answer', async () => {
	const terminal = openTerminal(sh('stty raw -echo; printf "\\033[6n"; dd bs=1 count=6 2>/dev/null | od -c'));

	await terminal.exit;
	expect(terminal.screen()).toContain('033   [   1   ;   1   R');
});

test('the alternate screen and the cursor are known', async () => {
	const terminal = openTerminal(sh('printf "\\033[?1049h\\033[?25lhere"; read word; printf "\\033[?25h\\033[?1049l"'));
	await terminal.waitFor('here');
	expect([terminal.isAlternate(), terminal.isCursorShown()]).toEqual([true, false]);

	terminal.press('enter');
	await terminal.exit;
	expect([terminal.isAlternate(), terminal.isCursorShown()]).toEqual([false, true]);
});
