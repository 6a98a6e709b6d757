import fc from 'fast-check';
import stringWidth from 'string-width';
import {describe, expect, test} from 'vitest';
import {
	cutEnd,
	cutMiddle,
	cutRow,
	cutWords,
	lineWidth,
	ONE_CELL,
	pad,
	plainText,
	span,
	takeEnd,
	takeStart,
	widthOf,
} from '../../src/ui/line.ts';

const texts = fc.oneof(
	fc.string({unit: 'grapheme', maxLength: 60}),
	fc.constantFrom('証明書', 'é', 'e\u0301', 'ｱ', ''),
);

describe('widths', () => {
	test.each([
		['ascii', 5],
		['証明書', 6],
		['e\u0301', 1],
		['', 0],
	])('%j takes %i cells', (text, width) => {
		expect(widthOf(text)).toBe(width);
	});
});

describe('cutting', () => {
	test('keeps both ends of an ARN', () => {
		expect(cutMiddle('arn:aws:iam::111122223333:role/build-hosts', 20)).toBe('arn:aws:ia…ild-hosts');
	});

	test('marks a cut end', () => {
		expect(cutEnd('証明書の名前', 7)).toBe('証明書…');
	});

	test('never gives more than there is room for', () => {
		fc.assert(
			fc.property(texts, fc.integer({min: 1, max: 40}), (text, width) => {
				for (const cut of [cutEnd(text, width), cutMiddle(text, width), takeStart(text, width), takeEnd(text, width)]) {
					expect(widthOf(cut)).toBeLessThanOrEqual(width);
				}
			}),
		);
	});

	test('a row is cut across its pieces', () => {
		const row = [span('❯ ', 'accent'), span('証明書'), span('  valid', 'faint')];
		expect(plainText(cutRow(row, 9))).toBe('❯ 証明書…');
		expect(plainText(cutRow(row, 40))).toBe(plainText(row));
		fc.assert(
			fc.property(fc.array(texts), fc.integer({min: 1, max: 40}), (pieces, width) => {
				expect(
					lineWidth(
						cutRow(
							pieces.map(text => span(text)),
							width,
						),
					),
				).toBeLessThanOrEqual(width);
			}),
		);
	});

	test('padding fills up and never cuts', () => {
		expect(lineWidth(pad([span('証')], 5))).toBe(5);
		expect(plainText(pad([span('long enough')], 5))).toBe('long enough');
	});
});

test('what is told to be of one cell without tables is so by the tables', () => {
	const marks = Array.from({length: 0x3000}, (_, code) => String.fromCodePoint(code)).filter(mark =>
		ONE_CELL.test(mark),
	);
	expect(marks.length).toBeGreaterThan(600);
	expect(marks.filter(mark => stringWidth(mark) !== 1)).toEqual([]);
	fc.assert(
		fc.property(fc.array(fc.constantFrom(...marks), {maxLength: 20}), some => {
			expect(stringWidth(some.join(''))).toBe(some.length);
		}),
	);
});

describe('words that do not fit', () => {
	test('are cut in the middle of the longest, and then at the end', () => {
		expect(cutWords('config in /home/operator/somewhere/config', 30)).toBe('config in /home/oper…re/config');
		expect(cutWords('many short words that do not fit', 12)).toBe('many short …');
		expect(cutWords('fits', 12)).toBe('fits');
	});

	test('never take more than their room', () => {
		fc.assert(
			fc.property(fc.array(texts, {maxLength: 6}), fc.nat({max: 60}), (words, width) => {
				expect(widthOf(cutWords(words.join(' '), width))).toBeLessThanOrEqual(width);
			}),
		);
	});
});
