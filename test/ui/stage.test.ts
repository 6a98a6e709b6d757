import {describe, expect, onTestFinished, test} from 'vitest';
import type {View} from '../../src/ui/frame.ts';
import type {Key} from '../../src/ui/keys.ts';
import {line, span} from '../../src/ui/line.ts';
import {openStage, type Screen} from '../../src/ui/stage.tsx';
import {themeFor} from '../../src/ui/theme.ts';
import {theme} from '../support/keys.ts';
import {virtualTerminal} from '../support/virtual-terminal.ts';

/** A screen that shows the keys it was given. */
function recorder(keys: Key[] = []): Screen & {readonly keys: readonly Key[]} {
	return {
		keys,
		view: (): View => ({
			title: 'Recorder',
			hints: [{key: 'Enter', does: 'next'}],
			body: () => ({
				lines: [
					line(`keys: ${keys.map(key => ('text' in key ? key.text : key.name)).join(' ')}`),
					[span('証明書', 'accent'), span(' |', 'faint')],
				],
				cursor: {row: 1, column: 6},
			}),
		}),
		press: key => {
			keys.push(key);
		},
	};
}

function open({columns = 80, rows = 24, first = recorder(), look = theme} = {}) {
	const terminal = virtualTerminal(columns, rows);
	let interruptions = 0;
	const stage = openStage({
		terminal,
		theme: look,
		first,
		interrupt: () => {
			interruptions++;
			stage.leave();
		},
		tooSmall: 'This window is too small.',
	});
	onTestFinished(() => stage.leave());
	return {terminal, stage, interruptions: () => interruptions};
}

describe('a stage', () => {
	test('takes the alternate screen over and gives the terminal back', async () => {
		const {terminal, stage} = open();
		await terminal.waitFor('Recorder');
		expect(terminal.isAlternate).toBe(true);
		expect(terminal.isRaw).toBe(true);
		stage.leave();
		await stage.ended;
		expect(terminal.isAlternate).toBe(false);
		expect(terminal.isRaw).toBe(false);
		expect(terminal.written()).toContain('\u001b[?1049l\u001b[?25h');
	});

	test('gives every key of a chunk to the screen that is on by then', async () => {
		const second = recorder();
		const {terminal, stage} = open({
			first: {
				...recorder(),
				press: key => {
					if (key.name === 'enter') {
						stage.show(second);
					}
				},
			},
		});
		await terminal.waitFor('Recorder');
		await terminal.type('ab\rcd');
		await terminal.waitFor('keys: cd');
	});

	test('brings a paste as one key', async () => {
		const first = recorder();
		const {terminal} = open({first});
		await terminal.waitFor('Recorder');
		await terminal.paste('-----BEGIN CERTIFICATE-----\rMIIB\r-----END CERTIFICATE-----\r');
		await terminal.waitFor('BEGIN');
		expect(first.keys).toEqual([
			{name: 'paste', text: '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n'},
		]);
	});

	test('puts the cursor behind wide characters, for who writes by composing', async () => {
		const {terminal} = open();
		await terminal.waitFor('証明書 |');
		const row = terminal
			.screen()
			.split('\n')
			.findIndex(text => text.includes('証明書'));
		expect(terminal.cursor()).toEqual({row, column: 8});
	});

	test('follows the size of the window without leaving anything behind', async () => {
		const {terminal} = open();
		await terminal.waitFor('Enter next');
		for (const [columns, rows] of [
			[40, 12],
			[120, 40],
			[60, 15],
		] as const) {
			terminal.resize(columns, rows);
			await terminal.waitFor(screen => {
				const all = screen.split('\n');
				return (
					all.length === rows && all[0]?.includes('Recorder') === true && all.at(-1)?.includes('Enter next') === true
				);
			});
			expect(terminal.screen().match(/Enter next|Recorder/g)).toHaveLength(2);
		}
	});

	test('asks for a larger window, takes no key there but Ctrl-C, and comes back', async () => {
		const first = recorder();
		const {terminal, stage, interruptions} = open({first});
		await terminal.waitFor('Recorder');
		terminal.resize(30, 8);
		await terminal.waitFor('This window is too small.');
		await terminal.type('x');
		terminal.resize(80, 24);
		await terminal.waitFor('Recorder');
		expect(first.keys).toEqual([]);
		terminal.resize(30, 8);
		await terminal.waitFor('This window is too small.');
		await terminal.press('ctrl-c');
		await stage.ended;
		expect(interruptions()).toBe(1);
	});

	test('sends not one style where there are no colours', async () => {
		const {terminal} = open({look: themeFor({LANG: 'C.UTF-8', NO_COLOR: '1'}, 'linux')});
		await terminal.waitFor('Recorder');
		expect(terminal.written()).not.toMatch(/\u001b\[[\d;]*m/);
	});

	test('restores the terminal when a key does what it should not, and tells whoever waits', async () => {
		const {terminal, stage} = open({
			first: {
				...recorder(),
				press: () => {
					throw new Error('a defect');
				},
			},
		});
		await terminal.waitFor('Recorder');
		await terminal.type('x');
		await expect(stage.ended).rejects.toThrow('a defect');
		expect(terminal.isAlternate).toBe(false);
	});

	test('restores the terminal when a screen cannot be drawn', async () => {
		const {terminal, stage} = open();
		await terminal.waitFor('Recorder');
		stage.show({
			view: () => {
				throw new Error('cannot be drawn');
			},
			press: () => undefined,
		});
		await expect(stage.ended).rejects.toThrow('cannot be drawn');
		expect(terminal.isAlternate).toBe(false);
	});

	test('stops on Ctrl-Z and goes on with the same screen', async () => {
		const terminal = virtualTerminal();
		let wasAlternate: boolean | undefined;
		const stage = openStage({
			terminal: {
				...terminal,
				stop: async () => {
					wasAlternate = terminal.isAlternate;
				},
			},
			theme,
			first: recorder(),
			interrupt: () => undefined,
			tooSmall: '',
		});
		onTestFinished(() => stage.leave());
		await terminal.waitFor('Recorder');
		await terminal.press('ctrl-z');
		await expect.poll(() => wasAlternate).toBe(false);
		await terminal.waitFor('Recorder');
		expect(terminal.isAlternate).toBe(true);
	});

	test('copies with OSC 52', async () => {
		const {terminal, stage} = open();
		await terminal.waitFor('Recorder');
		stage.copy('openssl version');
		expect(terminal.written()).toContain(`\u001b]52;c;${Buffer.from('openssl version').toString('base64')}\u0007`);
	});
});
