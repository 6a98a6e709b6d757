import {describe, expect, test} from 'vitest';
import {line, plainText} from '../../src/ui/line.ts';
import {Scroll} from '../../src/ui/scroll.ts';
import {theme, toKey} from '../support/keys.ts';

const lines = Array.from({length: 20}, (_, row) => line(`row ${row}`));
const space = {columns: 40, rows: 6, theme};
const shown = (scroll: Scroll, seen?: {from: number; to: number}) =>
	scroll.draw({lines}, space, seen).lines.map(plainText);

describe('scrolling', () => {
	test('shows all that fits as it is', () => {
		const scroll = new Scroll();
		expect(scroll.draw({lines: lines.slice(0, 6)}, space).lines).toHaveLength(6);
		expect(scroll.isNeeded).toBe(false);
		expect(scroll.press(toKey('page-down'), true)).toBe(false);
	});

	test('tells how much is above and below', () => {
		const scroll = new Scroll();
		expect(shown(scroll)).toEqual(['row 0', 'row 1', 'row 2', 'row 3', 'row 4', '↓ 15']);
		expect(scroll.press(toKey('page-down'), true)).toBe(true);
		expect(shown(scroll)).toEqual(['row 4', 'row 5', 'row 6', 'row 7', 'row 8', '↑ 4  ↓ 11']);
		scroll.press(toKey('end'), true);
		expect(shown(scroll).at(-1)).toBe('↑ 15');
		scroll.press(toKey('up'), true);
		expect(shown(scroll)[0]).toBe('row 14');
	});

	test('follows what must be seen until somebody scrolls', () => {
		const scroll = new Scroll();
		expect(shown(scroll, {from: 9, to: 11})).toContain('row 10');
		scroll.press(toKey('home'), true);
		expect(shown(scroll, {from: 9, to: 11})[0]).toBe('row 0');
		scroll.reset();
		expect(shown(scroll, {from: 9, to: 11})).toContain('row 10');
	});

	test('leaves the arrows alone where they mean something else', () => {
		const scroll = new Scroll();
		shown(scroll);
		expect(scroll.press(toKey('down'), false)).toBe(false);
		expect(scroll.press(toKey('page-down'), false)).toBe(true);
	});

	test('hides a cursor that is out of sight', () => {
		const scroll = new Scroll();
		expect(scroll.draw({lines, cursor: {row: 2, column: 5}}, space).cursor).toEqual({row: 2, column: 5});
		scroll.press(toKey('end'), true);
		expect(scroll.draw({lines, cursor: {row: 2, column: 5}}, space).cursor).toBeUndefined();
	});
});
