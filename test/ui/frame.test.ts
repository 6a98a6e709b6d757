import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {frame, smallFrame, type View} from '../../src/ui/frame.ts';
import {line, lineWidth, plainText} from '../../src/ui/line.ts';
import {Scroll} from '../../src/ui/scroll.ts';
import {theme} from '../support/keys.ts';

const view = (rows: number): View => {
	const scroll = new Scroll();
	return {
		title: 'Set up',
		aside: 'nothing leaves this machine',
		sections: [
			{title: 'Where', state: 'done'},
			{title: 'Authority', state: 'current'},
		],
		hints: [
			{key: 'Enter', does: 'next'},
			{key: 'Esc', does: 'back'},
			{key: '?', does: 'explain'},
			{key: 'Ctrl-C', does: 'leave'},
		],
		body: space =>
			scroll.draw(
				{lines: Array.from({length: rows}, (_, row) => line(`row ${row}`)), cursor: {row: 0, column: 2}},
				space,
			),
	};
};

const text = (rows: number, columns: number, height: number) =>
	frame(view(rows), {columns, rows: height}, theme).lines.map(row => plainText(row).trimEnd());

describe('a frame', () => {
	test('has head, body and foot at 80 x 24', () => {
		const rows = text(2, 80, 24);
		expect(rows[0]).toBe(`  Set up${' '.repeat(43)}nothing leaves this machine`);
		expect(rows[1]).toBe('  ✓ Where  ● Authority');
		expect(rows[2]).toBe('─'.repeat(80));
		expect(rows[4]).toBe('  row 0');
		expect(rows.at(-1)).toBe('  Enter next   Esc back   ? explain   Ctrl-C leave');
	});

	test('drops what is less needed at 40 x 12', () => {
		const rows = text(20, 40, 12);
		expect(rows[0]).toBe(' 2/2 Authority');
		expect(rows.at(-1)).toBe(' Enter next   Esc back   ? explain');
		expect(rows.at(-3)).toBe(' ↓ 13');
	});

	test('has the tracker at its side at 200 x 60', () => {
		const rows = text(2, 200, 60);
		expect(rows[3]).toMatch(/^ {2}✓ Where +│ +row 0$/);
		expect(rows[5]).toMatch(/^ {2}● Authority +│$/);
	});

	test('has exactly the rows of the window, none wider than it, and the cursor in it', () => {
		fc.assert(
			fc.property(
				fc.integer({min: 40, max: 220}),
				fc.integer({min: 12, max: 70}),
				fc.integer({min: 0, max: 120}),
				(columns, rows, content) => {
					const {lines, cursor} = frame(view(content), {columns, rows}, theme);
					expect(lines).toHaveLength(rows);
					expect(Math.max(...lines.map(lineWidth))).toBeLessThanOrEqual(columns);
					expect(plainText(lines[cursor?.row ?? 0] ?? [])).toContain(content > 0 ? 'row 0' : '');
				},
			),
		);
	});

	test('asks for more room where there is too little', () => {
		const {lines} = smallFrame('This window is too small.\nPlease enlarge it.', {columns: 20, rows: 5});
		expect(lines.map(plainText)).toEqual(['This window is too …', 'Please enlarge it.', '', '', '']);
	});
});
