import {describe, expect, test} from 'vitest';
import {defineCommand, noOperands} from '../../src/cli/command.ts';
import {flag} from '../../src/cli/flag.ts';
import {sortWords} from '../../src/cli/typed-line.ts';

const greet = defineCommand({
	name: 'greet',
	summary: 'Greets.',
	operands: {placeholder: 'WHO...', minimum: 1, maximum: 2},
	flags: {
		dns: flag.texts({placeholder: 'NAME', description: 'A name.'}),
		sessionDuration: flag.integer({placeholder: 'SECONDS', description: 'How long.', minimum: 1, maximum: 9}),
		loud: flag.toggle({description: 'Shout.'}),
	},
	examples: ['greet you'],
	run: async () => ({exit: 0, result: null, text: ''}),
});

const wrap = defineCommand({
	...greet,
	name: 'wrap',
	operands: noOperands,
	passesOn: 'CMD',
	run: async () => ({exit: 0, result: null, text: ''}),
});

describe('sortWords', () => {
	test('keeps repeated flags in order and tells operands from values', () => {
		const {operands, raws} = sortWords(['--dns', 'a', 'you', '--dns=b', '--loud'], greet);
		expect(operands).toEqual(['you']);
		expect(raws.get('dns')).toEqual(['a', 'b']);
		expect(raws.get('loud')).toEqual(['']);
	});

	test('takes a lone hyphen as a value and as an operand', () => {
		const {operands, raws} = sortWords(['-', '--passphrase-file', '-'], greet);
		expect(operands).toEqual(['-']);
		expect(raws.get('passphraseFile')).toEqual(['-']);
	});

	test('takes everything after -- as operands', () => {
		expect(sortWords(['--', '--dns'], greet).operands).toEqual(['--dns']);
	});

	test('hands everything after -- on where a command declares that', () => {
		const {operands, rest} = sortWords(['--loud', '--', 'sh', '-c', 'true', '--', 'x'], wrap);
		expect(operands).toEqual([]);
		expect(rest).toEqual(['sh', '-c', 'true', '--', 'x']);
	});

	test.each([
		[['you', '--lound'], 'anchorsmith greet has no flag --lound.', 'Did you mean --loud?'],
		[['you', '-x'], 'anchorsmith greet has no flag -x.', 'anchorsmith greet --help'],
		[['you', '--loud=yes'], '--loud takes no value.', 'anchorsmith greet --help'],
		[['you', '--dns'], '--dns needs a value: --dns NAME.', 'anchorsmith greet --help'],
		[[], 'anchorsmith greet needs WHO.', 'anchorsmith greet --help'],
		[['a', 'b', '\u001Bc'], 'anchorsmith greet does not take "\\u{1b}c".', 'anchorsmith greet --help'],
	])('refuses %j in one clear sentence', (words, message, next) => {
		expect(() => sortWords(words, greet)).toThrow(
			expect.objectContaining({code: 'USAGE', message, next: expect.arrayContaining([next])}),
		);
	});

	test('lets --help stand alone where operands are due', () => {
		expect(sortWords(['--help'], greet).raws.has('help')).toBe(true);
		expect(sortWords(['-h'], greet).raws.has('help')).toBe(true);
	});
});
