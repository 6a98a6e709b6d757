import {expect, test} from 'vitest';
import {instant, quoted} from '../../src/rules/quoted.ts';

test('text stands in quotes, with what could move a cursor made visible', () => {
	expect(quoted('host')).toBe('"host"');
	expect(quoted('a\u001b]0;x\u0007')).toBe(String.raw`"a\u{1b}]0;x\u{7}"`);
});

test('long text is cut, and no character is cut in half', () => {
	expect(quoted('a'.repeat(120))).toBe(`"${'a'.repeat(120)}"`);
	expect(quoted('a'.repeat(121))).toBe(`"${'a'.repeat(120)}…"`);
	expect(quoted(`${'a'.repeat(119)}🜂🜂`)).toBe(`"${'a'.repeat(119)}…"`);
});

test('an instant is told to the second', () => {
	expect(instant(new Date('2026-06-01T00:00:00.999Z'))).toBe('2026-06-01T00:00:00Z');
});
