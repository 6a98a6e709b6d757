import fc from 'fast-check';
import {expect, test} from 'vitest';
import {flatten} from '../../src/messages/flatten.ts';

test.each([
	['A b-C.\n9', false, 'abc9'],
	['  12: one\n  13: two', true, 'onetwo'],
	['2026/11/22 10:00:00 x', true, 'x'],
	['Nov 22 10:00:00 host app[12]: x', true, 'hostapp12x'],
	['Straße', false, 'straße'],
	['ﬁle', false, 'file'],
	['\\u0041\\x42&#67;&#x44;%41', false, 'abcd41'],
	['\u001b]0;title\u0007x', false, 'x'],
])('%j becomes %j letters %j', (text, isLog, letters) => {
	expect(flatten(text, isLog).letters).toBe(letters);
});

test('every letter knows where it came from', () => {
	fc.assert(
		fc.property(fc.string(), fc.boolean(), (text, isLog) => {
			const {letters, places, starts} = flatten(text, isLog);
			expect(places).toHaveLength(letters.length);
			expect(starts).toHaveLength(letters.length);
			expect([...places].every((place, index) => place < text.length && place >= (places[index - 1] ?? 0))).toBe(true);
		}),
	);
});
