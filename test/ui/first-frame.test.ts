import {PassThrough} from 'node:stream';
import {describe, expect, test} from 'vitest';
import {drawFirstFrame} from '../../src/ui/first-frame.ts';
import {line} from '../../src/ui/line.ts';
import {themeFor} from '../../src/ui/theme.ts';

const view = {title: 'Checks', hints: [], body: () => ({lines: [line('What would you like?', 'accent')]})};

function terminal({columns = 80, rows = 24} = {}) {
	const modes: boolean[] = [];
	const input = Object.assign(new PassThrough(), {isTTY: true, setRawMode: (isRaw: boolean) => modes.push(isRaw)});
	const output = Object.assign(new PassThrough({encoding: 'utf8'}), {columns, rows});
	return {input, output, stop: undefined, modes, shown: (): string => String(output.read() ?? '')};
}

const colored = themeFor({TERM: 'xterm-256color', LANG: 'C.UTF-8'}, 'linux');

describe('the first frame', () => {
	test('fills the alternate screen, with keys read raw and no cursor', () => {
		const world = terminal();
		const standing = drawFirstFrame(view, world, colored, 'Too small');
		const shown = world.shown();
		expect(shown.startsWith('\u001b[?1049h\u001b[?25l\u001b[H')).toBe(true);
		expect(shown.split('\r\n')).toHaveLength(24);
		expect(shown).toContain('\u001b[36m');
		expect(shown).toContain('What would you like?');
		expect(world.modes).toEqual([true]);
		standing.withdraw();
	});

	test('sends no style where there is no colour', () => {
		const world = terminal();
		const theme = themeFor({TERM: 'xterm-256color', LANG: 'C.UTF-8', NO_COLOR: '1'}, 'linux');
		drawFirstFrame(view, world, theme, 'Too small').withdraw();
		expect(world.shown()).not.toMatch(/\u001b\[\d*m/);
	});

	test('asks for a larger window in one that is too small', () => {
		const world = terminal({columns: 30, rows: 5});
		drawFirstFrame(view, world, colored, 'Too small').withdraw();
		expect(world.shown()).toContain('Too small');
	});

	test('restores the terminal when it is withdrawn, and leaves it, from the top, to whoever takes over', () => {
		const before = process.listenerCount('exit');
		const world = terminal();
		drawFirstFrame(view, world, colored, 'Too small').withdraw();
		expect(world.modes).toEqual([true, false]);
		expect(world.shown()).toMatch(/\u001b\[\?25h\u001b\[\?1049l$/);
		const other = terminal();
		drawFirstFrame(view, other, colored, 'Too small').handOver();
		expect(other.modes).toEqual([true]);
		expect(other.shown()).toMatch(/\u001b\[H$/);
		expect(process.listenerCount('exit')).toBe(before);
	});
});
