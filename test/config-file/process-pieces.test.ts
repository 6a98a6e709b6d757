import {describe, expect, test} from 'vitest';
import {meantWords, withWholePaths} from '../../src/config-file/process-pieces.ts';

describe('the words that were meant are those', () => {
	test.each([
		['between blanks', ['/opt/helper  --a\t b'], ['/opt/helper', '--a', 'b']],
		['in quotation marks of either kind', [`"/opt/my helper" '--a' "b \\"c\\""`], ['/opt/my helper', '--a', 'b "c"']],
		[
			'up to the next flag, where a mark is not closed',
			['/opt/helper --a "/b c --d e'],
			['/opt/helper', '--a', '/b c', '--d', 'e'],
		],
		[
			'of several lines, without the backslashes at their ends',
			['/opt/helper \\', '  --a b \\'],
			['/opt/helper', '--a', 'b'],
		],
		['without a backslash that stands alone', ['/opt/helper \\ --a b'], ['/opt/helper', '--a', 'b']],
		['before a note', ['/opt/helper --a b # mine'], ['/opt/helper', '--a', 'b']],
		[
			'of Windows',
			['"C:\\Program Files\\helper.exe" --a C:\\b\\c.pem'],
			['C:\\Program Files\\helper.exe', '--a', 'C:\\b\\c.pem'],
		],
	])('%s', (_which, lines, words) => {
		expect(meantWords(lines)).toEqual(words);
	});
});

test('paths of the program and behind flags of files are written out, and nothing else is', () => {
	const place = {home: '/home/ida', workingDirectory: '/srv'};
	const words = [
		'./helper',
		'--certificate',
		'~/c.pem',
		'--private-key',
		'pkcs11:object=k',
		'--intermediates',
		'chain.pem',
		'--role-session-name',
		'ida',
	];
	expect(withWholePaths(words, place)).toEqual([
		...['/srv/helper', '--certificate', '/home/ida/c.pem', '--private-key', 'pkcs11:object=k'],
		...['--intermediates', '/srv/chain.pem', '--role-session-name', 'ida'],
	]);
});
