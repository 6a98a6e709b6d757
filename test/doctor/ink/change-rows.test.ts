import {expect, test} from 'vitest';
import {changeRows} from '../../../src/doctor/ink/change-rows.ts';
import {plainText} from '../../../src/ui/line.ts';

test('a change shows what goes and what comes, each in its tone, without moving a character', () => {
	const rows = changeRows('--- config\n+++ config\n [a]\n-x = 1\n+x = 2 and much more\n', 12);
	expect(rows.map(row => [row[0]?.tone, plainText(row)])).toEqual([
		['faint', '--- config'],
		['faint', '+++ config'],
		['plain', ' [a]'],
		['bad', '-x = 1'],
		['good', '+x = 2 and m'],
		['good', 'uch more'],
	]);
});

test('a change that is a command or a call is told in words', () => {
	expect(changeRows('chmod 600 /home/operator/private-key.pem', 80).map(plainText)).toEqual([
		'chmod 600 /home/operator/private-key.pem',
	]);
});
