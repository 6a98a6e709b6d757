import {describe, expect, test} from 'vitest';
import {widthOf} from '../../src/ui/line.ts';
import {spell, styleOf, themeFor} from '../../src/ui/theme.ts';

const unicode = {LANG: 'de_DE.UTF-8', TERM: 'xterm-256color'};

describe('a theme', () => {
	test.each([
		['LANG', {LANG: 'C.UTF-8'}, true],
		['LC_ALL before LANG', {LC_ALL: 'C', LANG: 'C.UTF-8'}, false],
		['LC_CTYPE before LANG', {LC_CTYPE: 'en_US.utf8', LANG: 'C'}, true],
		['no locale at all', {}, false],
	])('takes its characters from %s', (_what, env, isUnicode) => {
		expect(themeFor(env, 'linux').isUnicode).toBe(isUnicode);
	});

	test('knows the new terminal of Windows from the old console', () => {
		expect(themeFor({WT_SESSION: '1'}, 'win32').isUnicode).toBe(true);
		expect(themeFor({}, 'win32').isUnicode).toBe(false);
	});

	test.each([
		[{...unicode}, 'auto', true],
		[{...unicode, NO_COLOR: '1'}, 'auto', false],
		[{...unicode, NO_COLOR: ''}, 'auto', true],
		[{...unicode, FORCE_COLOR: '0'}, 'auto', false],
		[{...unicode, NO_COLOR: '1'}, 'always', true],
		[{...unicode}, 'never', false],
	] as const)('%j with --color %s: %s', (env, color, hasColor) => {
		const theme = themeFor(env, 'linux', color);
		expect(theme.hasColor).toBe(hasColor);
		expect(styleOf('accent', theme)).toEqual(hasColor ? {color: 'cyan', bold: true} : {});
	});

	test('has marks of one cell each', () => {
		for (const {symbols} of [themeFor(unicode, 'linux'), themeFor({}, 'linux')]) {
			const marks = Object.values(symbols).flat();
			expect(marks.filter(mark => widthOf(mark) !== 1)).toEqual([]);
		}
	});

	test('spells its own typography in ASCII, as wide as before, and leaves names alone', () => {
		const ascii = themeFor({}, 'linux');
		expect(spell('authority’s key → 証明 …', ascii)).toBe("authority's key > 証明 ~");
		expect(spell('authority’s', themeFor(unicode, 'linux'))).toBe('authority’s');
	});
});
