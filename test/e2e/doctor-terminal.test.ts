// Promise: a person in a terminal is led from the checklist to the cause, has it mended in place, and sees the check pass.
import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {program} from '../support/program.ts';
import {openTerminal, type Terminal} from '../support/terminal.ts';
import {type OpenWorld, openWorld} from '../support/worlds/open-world.ts';

/** Select Graphic Rendition with a colour: 30 to 49, 90 to 107. */
const COLOUR = /\u001B\[(?:\d+;)*(?:3\d|4\d|9\d|10[0-7])(?:;\d+)*m/;

/** Doctor in a terminal of its own, for the person of a world. */
async function openDoctor(
	{home, env}: OpenWorld,
	words: readonly string[] = [],
	{
		env: more = {},
		...size
	}: {readonly env?: Readonly<Record<string, string>>; readonly columns?: number; readonly rows?: number} = {},
): Promise<Terminal> {
	const [node, entry] = await program();
	return openTerminal({command: [node, entry, 'doctor', ...words], env: {...env, ...more}, cwd: home, ...size});
}

/** A world whose config file no client of botocore reads. */
async function brokenWorld(): Promise<OpenWorld> {
	const world = await openWorld();
	world.edit('.aws/config', text => `${text}\n${text}`);
	return world;
}

describe('doctor in a terminal', () => {
	test('shows the checklist, mends the cause in place, checks again, and ends with 0', async () => {
		const terminal = await openDoctor(await brokenWorld());
		await terminal.waitFor(/[○⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏✓✗] Private key/);
		expect(await terminal.waitFor('d do it now')).toMatch(/✗ The section .* stands on lines/);
		terminal.type('d');
		await terminal.waitFor('Nothing has been changed yet.');
		terminal.type('y');
		const screen = await terminal.waitFor('✓ It is mended.');
		expect(screen).toContain('Undo it:');
		terminal.type('q');
		expect(await terminal.exit).toEqual({code: 0, signal: 0});
		expect(terminal.isAlternate()).toBe(false);
		expect(terminal.isCursorShown()).toBe(true);
		expect(terminal.screen()).toMatch(/Mended: [\s\S]*Credentials of the CLI profile \S+ work/);
	});

	test('ends with 1 while something is broken, and changes nothing without a yes', async () => {
		const world = await brokenWorld();
		const before = world.read('.aws/config');
		const terminal = await openDoctor(world, ['--offline'], {columns: 40, rows: 12});
		await terminal.waitFor('d do it now');
		terminal.press('enter');
		await terminal.waitFor('y make this change');
		terminal.press('escape');
		await terminal.waitFor('d do it now');
		terminal.press('escape');
		expect((await terminal.exit).code).toBe(1);
		expect(world.read('.aws/config')).toBe(before);
	});

	test('is left by Ctrl-C with 130 and the terminal restored, by a signal too', async () => {
		const world = await brokenWorld();
		const [pressed, killed] = await Promise.all([openDoctor(world), openDoctor(world)]);
		await Promise.all([pressed, killed].map(terminal => terminal.waitFor('Troubleshoot')));
		pressed.press('ctrl-c');
		killed.kill('SIGTERM');
		expect((await pressed.exit).code).toBe(130);
		expect((await killed.exit).code).toBe(143);
		for (const terminal of [pressed, killed]) {
			expect(terminal.isAlternate()).toBe(false);
			expect(terminal.isCursorShown()).toBe(true);
		}
	});

	test('draws nothing but ASCII without colours where the terminal has nothing else', async () => {
		const env = {LANG: 'C', LC_ALL: 'C', NO_COLOR: '1'};
		const terminal = await openDoctor(await brokenWorld(), ['--offline'], {env});
		await terminal.waitFor('d do it now');
		terminal.press('escape');
		await terminal.exit;
		const drawn = terminal.bytes().toString('latin1').split('\u001B[?1049l')[0] ?? '';
		expect(drawn).not.toMatch(/[^\0-\x7f]/);
		expect(drawn).not.toMatch(COLOUR);
	});

	test('leads to the same end line by line, without an escape sequence on a dumb terminal', async () => {
		const world = await brokenWorld();
		const terminal = await openDoctor(world, ['--offline'], {env: {TERM: 'dumb'}, columns: 100, rows: 100});
		await terminal.waitFor(/WRONG {2}AWS config files/);
		await terminal.waitFor(/1\. Do it now.*\(usual\)[\s\S]*Number \[1\]:/);
		terminal.press('enter');
		await terminal.waitFor('Do it? [y/N]:');
		terminal.type('y');
		terminal.press('enter');
		await terminal.waitFor('It is mended.');
		await terminal.waitFor(/Leave \(usual\)\s+Number \[\d+\]:/);
		terminal.press('enter');
		expect((await terminal.exit).code).toBe(0);
		expect(terminal.bytes().toString()).not.toContain('\u001B');
		expect(readFileSync(world.path('.aws/config'), 'utf8').match(/^\[/gm)?.length).toBeLessThan(4);
	});
});
