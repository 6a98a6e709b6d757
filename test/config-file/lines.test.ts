import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {blockText, joinLines, lineEndOf, splitLines} from '../../src/config-file/lines.ts';

describe('lines', () => {
	test('joined again are the text', () => {
		fc.assert(
			fc.property(fc.string({unit: fc.constantFrom('a', '\r', '\n', ' ')}), text => {
				expect(joinLines(splitLines(text))).toBe(text);
			}),
		);
	});

	test.each([
		['', []],
		['a', [['a', '']]],
		[
			'a\n\nb\r\n',
			[
				['a', '\n'],
				['', '\n'],
				['b', '\r\n'],
			],
		],
		[
			'a\rb',
			[
				['a', '\r'],
				['b', ''],
			],
		],
	])('of %j end as they do', (text, lines) => {
		expect(splitLines(text).map(({text: content, end}) => [content, end])).toEqual(lines);
	});

	test('say how a new one should end', () => {
		expect(lineEndOf(splitLines('a\r\nb\n'))).toBe('\r\n');
		expect(lineEndOf(splitLines('a'))).toBe('\n');
		expect(lineEndOf([])).toBe('\n');
	});

	test('as a block leave out the last end', () => {
		expect(blockText(splitLines('a\r\nb\r\n'))).toBe('a\r\nb');
		expect(blockText(splitLines('a\nb'))).toBe('a\nb');
		expect(blockText([])).toBe('');
	});
});
