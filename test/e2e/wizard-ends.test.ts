// Promise: however the wizard ends, the terminal is as it was and no answer is lost; the next start offers to go on.
import {existsSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {temporaryFolder} from '../support/temporary-folder.ts';
import {
	applyAndProve,
	chooseRehearsal,
	filesHolding,
	moveTo,
	openWizard,
	takeSuggestions,
	type Wizard,
} from '../support/wizard.ts';

/** Tells the number of the process, then, when it has ended, its code and how the terminal is set; then waits for Enter. */
const SHELL: readonly [string, ...string[]] = [
	'/bin/sh',
	'-c',
	`sh -c 'echo "process $$"; exec "$@"' sh "$@"; echo "code $?"; stty -a | tr ' ' '\\n' | grep -E '^-?(icanon|echo|isig)$' | tr '\\n' ' '; echo end; read -r key`,
	'sh',
];

/** A terminal as a shell wants it: lines, echo, and keys that interrupt. */
const COOKED = 'isig icanon echo end';

/** Ends a wizard that runs under {@link SHELL}; gives the exit code of the program. */
async function endOf(wizard: Wizard): Promise<number> {
	const screen = await wizard.waitFor(COOKED);
	wizard.press('enter');
	await wizard.exit;
	return Number(/code (\d+)/.exec(screen)?.[1]);
}

/** The number of the program's process under {@link SHELL}. */
function processOf(wizard: Wizard): number {
	return Number(/process (\d+)/.exec(wizard.bytes().toString())?.[1]);
}

/** From the start screen on, with what was answered before. */
async function resume(wizard: Wizard): Promise<void> {
	await wizard.waitFor('Go on where you stopped');
	await moveTo(wizard, /[❯>] Go on where you stopped/);
	wizard.press('enter');
	await wizard.asksAfter('');
}

describe('Ctrl-C', () => {
	test('at every question ends with 130, restores the terminal, and the next start goes on there', async () => {
		const home = temporaryFolder();
		const first = await openWizard([], {home, under: SHELL});
		await chooseRehearsal(first);
		let at = first.question() ?? '';
		first.press('enter');
		at = await first.asksAfter(at);
		first.press('ctrl-c');
		expect(await endOf(first)).toBe(130);
		const seen: string[] = [];
		while (at !== 'review') {
			const wizard = await openWizard([], {home, under: SHELL});
			await resume(wizard);
			expect(wizard.question()).toBe(at);
			seen.push(at);
			wizard.press('enter');
			at = await wizard.asksAfter(at);
			wizard.press('ctrl-c');
			expect(await endOf(wizard), `at ${at}`).toBe(130);
			expect([wizard.isAlternate(), wizard.isCursorShown()]).toEqual([false, true]);
			expect(wizard.screen()).toContain('Your answers are kept');
		}

		expect(seen.length).toBeGreaterThan(12);
		const last = await openWizard([], {home});
		await resume(last);
		await applyAndProve(last);
		last.press('enter');
		expect((await last.exit).code).toBe(0);
		const next = await openWizard([], {home});
		expect(await next.waitFor('What would you like to do?')).not.toContain('Go on where you stopped');
	});

	test('keeps no passphrase, and asks for it again', async () => {
		const home = temporaryFolder();
		const wizard = await openWizard([], {home});
		await chooseRehearsal(wizard);
		await takeSuggestions(wizard, 'passphrase');
		wizard.press('up', 'up', 'up', 'enter');
		await wizard.waitFor(/passphrase for the new key/i);
		wizard.type('correct horse');
		wizard.press('enter');
		await wizard.waitFor(/once more/i);
		wizard.type('correct horse');
		wizard.press('enter');
		await wizard.asksAfter('passphrase');
		wizard.press('ctrl-c');
		expect((await wizard.exit).code).toBe(130);

		expect(filesHolding(home, 'correct horse')).toEqual([]);
		const again = await openWizard([], {home});
		await resume(again);
		expect(await takeSuggestions(again)).toContain('passphrase');
	});
});

describe('signals', () => {
	test.each([
		['SIGTERM', 143],
		['SIGHUP', 143],
	] as const)('%s restores the terminal and keeps the answers', async (signal, code) => {
		const home = temporaryFolder();
		const wizard = await openWizard([], {home, under: SHELL});
		await chooseRehearsal(wizard);
		wizard.press('enter');
		await wizard.asks('issuer-source');
		process.kill(processOf(wizard), signal);

		expect(await endOf(wizard)).toBe(code);
		expect([wizard.isAlternate(), wizard.isCursorShown()]).toEqual([false, true]);
		const again = await openWizard([], {home});
		await resume(again);
		expect(again.question()).toBe('issuer-source');
	});

	test('Ctrl-Z gives the shell its terminal back, and fg the wizard', async () => {
		const wizard = await openWizard([], {
			under: [
				'bash',
				'--norc',
				'--noprofile',
				'-i',
				'-c',
				'set -m; "$@"; echo "stopped $?"; fg; echo "code $?"',
				'bash',
			],
		});
		await chooseRehearsal(wizard);
		const before = wizard.screen();
		wizard.press('ctrl-z');
		await wizard.waitFor(() => wizard.bytes().toString().includes('stopped 148'));
		await wizard.waitFor(screen => screen === before);
		wizard.press('ctrl-c');

		expect(await wizard.waitFor(/code \d+/)).toContain('code 130');
	});
});

test('a set-up that is killed while it is applied is completed by the next', async () => {
	const home = temporaryFolder();
	const wizard = await openWizard([], {home});
	await chooseRehearsal(wizard);
	await takeSuggestions(wizard, 'issuer-algorithm');
	wizard.type('rsa 4096');
	await wizard.waitFor(/[❯>] RSA 4096/);
	wizard.press('enter');
	await wizard.asksAfter('issuer-algorithm');
	await takeSuggestions(wizard);
	wizard.press('enter');
	await wizard.waitFor('This is what would be done');
	wizard.type('y');
	await wizard.waitFor('making an RSA key');
	wizard.kill('SIGKILL');
	await wizard.exit;
	expect(existsSync(path.join(home, '.anchorsmith/rehearsal/setups/anchorsmith/journal.jsonl'))).toBe(true);

	const again = await openWizard([], {home});
	await resume(again);
	await applyAndProve(again);
	again.press('enter');
	expect((await again.exit).code).toBe(0);
});
