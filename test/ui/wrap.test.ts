import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {widthOf} from '../../src/ui/line.ts';
import {breakText, wrapText} from '../../src/ui/wrap.ts';

describe('wrapping', () => {
	test('breaks between words and keeps the margin', () => {
		expect(wrapText('  one two three', 9)).toEqual(['  one two', '  three']);
	});

	test('what fits in no row begins where there is room', () => {
		expect(wrapText('file /a/very/long/path', 12)).toEqual(['file /a/very', '/long/path']);
	});

	test('line ends stay', () => {
		expect(wrapText('one\ntwo', 40)).toEqual(['one', 'two']);
	});

	test('no row is wider than its room and no letter is lost', () => {
		fc.assert(
			fc.property(fc.string({unit: 'grapheme', maxLength: 120}), fc.integer({min: 4, max: 60}), (text, width) => {
				const rows = wrapText(text.replaceAll('\n', ' '), width);
				expect(rows.every(row => widthOf(row) <= width)).toBe(true);
				const letters = (all: string) => all.replace(/\s/g, '');
				expect(letters(rows.join(''))).toBe(letters(text));
			}),
		);
	});
});

describe('breaking', () => {
	test('adds nothing and moves nothing', () => {
		fc.assert(
			fc.property(fc.string({unit: 'grapheme', maxLength: 120}), fc.integer({min: 4, max: 60}), (text, width) => {
				expect(breakText(text, width).join('')).toBe(text);
			}),
		);
	});
});
