import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {CheckRow} from '../../../src/doctor/guide/examination.ts';
import {checkRows} from '../../../src/doctor/ink/check-rows.ts';
import {lineWidth, plainText} from '../../../src/ui/line.ts';
import {themeFor} from '../../../src/ui/theme.ts';

const theme = themeFor({LANG: 'C.UTF-8'}, 'linux');
const row = (differsBy: Partial<CheckRow>): CheckRow => ({
	check: 'key',
	title: 'Private key',
	state: 'passed',
	words: 'P-256, belongs to the certificate',
	spent: 0,
	...differsBy,
});

describe('the checklist in rows', () => {
	test('has one for each check: mark, what is looked at, what was seen', () => {
		const rows = checkRows(
			[
				row({}),
				row({title: 'Dates', state: 'failed', words: 'It has ended.'}),
				row({title: 'Network', state: 'running', words: '', spent: 1250}),
				row({title: 'Account', state: 'unknown', words: 'nobody administers it here'}),
				row({title: 'History', state: 'waiting', words: ''}),
			],
			80,
			theme,
		);
		expect(rows.map(line => plainText(line).trimEnd())).toEqual([
			'✓ Private key  P-256, belongs to the certificate',
			'✗ Dates        It has ended.',
			'⠋ Network      looking  1.3 s',
			'– Account      nobody administers it here',
			'○ History',
		]);
	});

	test('cuts long paths in the middle, and lets go of columns where there is no room', () => {
		const words = 'config in /home/operator/somewhere/very/far/away/config';
		const rows = checkRows([row({words}), row({title: 'A title that is long'})], 50, theme).map(plainText);
		expect(rows[0]).toMatch(/^✓ Private key {2}config in \/home\/.*….*\/config$/);
		expect(rows[1]).toBe('✓ A title that is long  P-256, belongs to the cer…');
	});

	test('is never wider than its space, and shows no control characters', () => {
		const texts = fc.string({unit: fc.constantFrom('a', ' ', '証', '/', '\u001b', 'é', '😀'), maxLength: 80});
		fc.assert(
			fc.property(texts, texts, fc.integer({min: 38, max: 96}), (title, words, columns) => {
				for (const line of checkRows([row({title, words}), row({state: 'failed', words})], columns, theme)) {
					expect(lineWidth(line)).toBeLessThanOrEqual(columns);
				}
			}),
		);
		expect(plainText(checkRows([row({words: '\u001b]0;x\u0007'})], 80, theme)[0] ?? [])).toContain('\\u{1b}');
	});
});
