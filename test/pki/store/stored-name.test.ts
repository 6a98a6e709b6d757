import {expect, test} from 'vitest';
import {isStoredName, requireStoredName} from '../../../src/pki/store/stored-name.ts';

test.each(['a', 'build-hosts', 'host-1.example.com', 'A_b', `x${'-'.repeat(62)}y`])(
	'%s can be the name of a folder',
	name => {
		expect(isStoredName(name)).toBe(true);
	},
);

test.each([
	'',
	'.',
	'..',
	'.hidden',
	'a/b',
	'..\\b',
	'a b',
	'a.',
	'ü',
	'con',
	'NUL.txt',
	'lpt1',
	'a\u0000',
	'a\n',
	'-x',
	'x'.repeat(65),
])('%j cannot', name => {
	expect(isStoredName(name)).toBe(false);
	expect(() => requireStoredName(name)).toThrow(expect.objectContaining({code: 'NAME_UNSAFE'}));
});
