import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {misreading, noteIn, quoteCommand, splitAsBotocore, splitAsShell} from '../../src/config-file/quoting.ts';

describe('quoteCommand', () => {
	test('leaves plain words bare and puts the others between double quotes', () => {
		expect(quoteCommand(['/opt/my tools/x', '--certificate', '/home/bär/c.pem', '', "it's"], 'posix')).toBe(
			'"/opt/my tools/x" --certificate "/home/bär/c.pem" "" "it\'s"',
		);
		expect(quoteCommand(['C:\\Program Files\\x\\a.exe', 'C:\\keys\\k.pem'], 'windows')).toBe(
			'"C:\\Program Files\\x\\a.exe" C:\\keys\\k.pem',
		);
	});

	test('either refuses words, or every kind of client reads back the same ones', () => {
		const word = fc.oneof(
			fc.string({
				unit: fc.constantFrom('a', ' ', '/', '\\', '"', "'", '#', ';', '%', '!', '=', '~', '&', '-', '(', 'é', '*'),
			}),
			fc.string({unit: 'binary'}),
		);
		fc.assert(
			fc.property(
				fc.array(word, {minLength: 1}),
				fc.constantFrom('posix' as const, 'windows' as const),
				(words, platform) => {
					const text = quoted(words, platform);
					fc.pre(text !== undefined);
					expect(splitAsBotocore(text, platform)).toEqual({ok: true, value: words});
					expect(splitAsShell(text, platform)).toEqual({ok: true, value: words});
					expect(noteIn(text)).toBe(false);
					expect(text).not.toMatch(/[\r\n]/);
				},
			),
			{numRuns: 2000},
		);
	});

	test.each([
		['posix', '/a$b', 'it holds $'],
		['posix', '/a`b', 'it holds `'],
		['posix', '/a"b', 'it holds "'],
		['posix', '/a!b', 'it holds !'],
		['posix', '/a\\b', 'it holds a backslash'],
		['posix', '/a\nb', 'it holds \\u{a}'],
		['posix', '/a #b', 'some would take # or ; after a blank for the start of a note'],
		['windows', 'C:\\a%b', 'it holds %'],
		['windows', 'C:\\a^b', 'it holds ^'],
		['windows', 'C:\\a&b', 'it holds &'],
		['windows', 'C:\\my keys\\', 'it ends in a backslash'],
	] as const)('on %s refuses %j rather than escape it', (platform, word, why) => {
		expect(() => quoteCommand([platform === 'posix' ? '/bin/x' : 'C:\\x.exe', word], platform)).toThrow(
			expect.objectContaining({code: 'UNQUOTABLE_ARGUMENT', message: expect.stringContaining(why)}),
		);
	});
});

describe('misreading', () => {
	test('says which client would take other words', () => {
		expect(misreading('/bin/x a', ['/bin/x', 'a'], 'posix')).toBeUndefined();
		expect(misreading('/bin/x ~/a', ['/bin/x', '~/a'], 'posix')).toBe(
			'a shell cannot read it: a shell would interpret ~',
		);
		expect(misreading('/bin/x "a', ['/bin/x', 'a'], 'posix')).toMatch(/botocore cannot read it/);
		expect(misreading('/bin/x a', ['/bin/x', 'b'], 'posix')).toBe('botocore would split it otherwise');
	});
});

function quoted(words: readonly string[], platform: 'posix' | 'windows'): string | undefined {
	try {
		return quoteCommand(words, platform);
	} catch {
		return undefined;
	}
}
