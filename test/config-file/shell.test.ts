import {spawnSync} from 'node:child_process';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {splitAsShell} from '../../src/config-file/shell.ts';

/** What the shell of this machine makes of a line, by way of a program that prints its words. */
function judged(lines: readonly string[]): readonly (readonly string[])[] {
	const script = lines.map(line => `words ${line}\n`).join('');
	const {stdout} = spawnSync('sh', ['-c', `words() { printf '%s\\0' "$@" '<end>'; }\n${script}`], {
		encoding: 'utf8',
		maxBuffer: 1 << 28,
	});
	return stdout
		.split('<end>\0')
		.slice(0, -1)
		.map(words => words.split('\0').slice(0, -1));
}

describe('splitAsShell', () => {
	test('agrees with sh on every random line that it says a shell does not interpret', () => {
		const tricky = fc.string({
			unit: fc.constantFrom('a', 'é', '-', '=', ' ', '\t', '"', "'", '\\', '/', '.', '~', '#', ';', '$'),
		});
		const lines = fc.sample(tricky, 20_000).flatMap(line => {
			const words = splitAsShell(`program ${line}`, 'posix');
			return words.ok ? [{line, words: words.value.slice(1)}] : [];
		});

		expect(lines.length).toBeGreaterThan(500);
		expect(lines.map(({words}) => words)).toEqual(judged(lines.map(({line}) => line)));
	});

	test.each([
		['/bin/x --a $HOME', '$'],
		['/bin/x `id`', '`'],
		['/bin/x; id', ';'],
		['/bin/x *.pem', '*'],
		['/bin/x ~/key.pem', '~'],
		['/bin/x "$HOME/key.pem"', '$'],
		['A=b /bin/x', '='],
		['/bin/x\n--a', '\\u{a}'],
	])('says what a shell would interpret in %j', (line, what) => {
		expect(splitAsShell(line, 'posix')).toEqual({ok: false, problem: `a shell would interpret ${what}`});
	});

	test.each([
		['C:\\x.exe %USERPROFILE%\\key.pem', '%'],
		['C:\\x.exe "%A%"', '%'],
		['C:\\x.exe a & b', '&'],
		['C:\\x.exe a^b', '^'],
	])('says what cmd.exe would interpret in %j', (line, what) => {
		expect(splitAsShell(line, 'windows')).toEqual({ok: false, problem: `a shell would interpret ${what}`});
	});

	test('leaves & alone between quotes on Windows', () => {
		expect(splitAsShell('"C:\\R & D\\x.exe" a', 'windows')).toEqual({ok: true, value: ['C:\\R & D\\x.exe', 'a']});
	});

	test.each(['', '   '])('finds no program in %j', line => {
		expect(splitAsShell(line, 'posix')).toEqual({ok: false, problem: 'it names no program'});
	});
});
