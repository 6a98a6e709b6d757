import {expect, test} from 'vitest';
import {elapsed, spinnerAt} from '../../src/ui/elapsed.ts';
import {asciiTheme} from '../support/keys.ts';

test.each([
	[0, '0.0 s'],
	[1234, '1.2 s'],
	[12_400, '12 s'],
	[125_000, '2 min 5 s'],
])('%i ms reads %s', (milliseconds, text) => {
	expect(elapsed(milliseconds)).toBe(text);
});

test('what turns comes round', () => {
	expect([0, 120, 240, 360, 480].map(at => spinnerAt(at, asciiTheme))).toEqual(['|', '/', '-', '\\', '|']);
});
