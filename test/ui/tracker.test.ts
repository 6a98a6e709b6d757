import {describe, expect, test} from 'vitest';
import {lineWidth, plainText} from '../../src/ui/line.ts';
import {type Section, trackerRow, trackerRows} from '../../src/ui/tracker.ts';
import {asciiTheme, theme} from '../support/keys.ts';

const sections: readonly Section[] = [
	{title: 'Where', state: 'done'},
	{title: 'Authority', state: 'needs attention'},
	{title: 'Certificate', state: 'current'},
	{title: 'Role and trust', state: 'ahead'},
	{title: 'Sessions', state: 'skipped'},
];

describe('the step tracker', () => {
	test('shows every section with its state in marks and titles', () => {
		expect(plainText(trackerRow(sections, 120, theme))).toBe(
			'✓ Where  ! Authority  ● Certificate  ○ Role and trust  – Sessions',
		);
		expect(plainText(trackerRow(sections, 120, asciiTheme))).toBe(
			'v Where  ! Authority  * Certificate  o Role and trust  - Sessions',
		);
	});

	test('gives up titles of what is done first, then of what is furthest ahead', () => {
		expect(plainText(trackerRow(sections, 60, theme))).toBe(
			'✓  ! Authority  ● Certificate  ○ Role and trust  – Sessions',
		);
		expect(plainText(trackerRow(sections, 56, theme))).toBe('✓  ! Authority  ● Certificate  ○ Role and trust  –');
	});

	test('shrinks to the current section with its number in narrow windows', () => {
		expect(plainText(trackerRow(sections, 38, theme))).toBe('3/4 Certificate');
	});

	test('never takes more than its room', () => {
		for (let columns = 10; columns < 130; columns++) {
			expect(lineWidth(trackerRow(sections, columns, theme))).toBeLessThanOrEqual(columns);
		}
	});

	test('stands below each other at the side of wide windows', () => {
		expect(trackerRows(sections, theme).map(plainText).filter(Boolean)).toEqual([
			'✓ Where',
			'! Authority',
			'● Certificate',
			'○ Role and trust',
			'– Sessions',
		]);
	});
});
