import {describe, expect, test} from 'vitest';
import {flag, typedName} from '../../src/cli/flag.ts';
import {readFlags} from '../../src/cli/read-flags.ts';
import {ExpectedError} from '../../src/errors.ts';

const described = {placeholder: 'N', description: 'A number.'};

describe('an integer flag', () => {
	const days = flag.integer({...described, minimum: 1, maximum: 30});

	test('reads whole numbers within its bounds, both included', () => {
		expect(['1', '30'].map(raw => days.read([raw], '--days'))).toEqual([1, 30]);
	});

	test.each(['0', '31', '-5', '1.5', '1e1', '', ' 7', 'seven', '0x10', '99999999999999999999'])(
		'refuses "%s", naming the bounds',
		raw => {
			expect(() => days.read([raw], '--days')).toThrow(/--days takes a whole number from 1 to 30/);
		},
	);
});

test('a path that is given is not empty', () => {
	const home = flag.path({placeholder: 'DIR', description: 'A folder.'});
	expect(home.read([], '--home')).toBeUndefined();
	expect(() => home.read([''], '--home')).toThrow('--home needs a value.');
});

describe('a choice flag', () => {
	const algorithm = flag.choice({choices: ['p256', 'p384'], description: 'Key kind.'});

	test('is undefined when it was not given', () => {
		expect(algorithm.read([], '--algorithm')).toBeUndefined();
	});

	test('takes the last of several', () => {
		expect(algorithm.read(['p256', 'p384'], '--algorithm')).toBe('p384');
	});

	test('refuses another word, listing the choices and hiding control characters', () => {
		expect(() => algorithm.read(['p\u001B[2J'], '--algorithm')).toThrow(
			'--algorithm is one of p256, p384, not "p\\u{1b}[2J".',
		);
	});
});

describe('required flags', () => {
	const declared = {
		name: flag.requiredText({placeholder: 'NAME', description: 'A name.'}),
		subject: flag.requiredText({placeholder: 'DN', description: 'A subject.'}),
		quick: flag.toggle({description: 'Hurry.'}),
	};

	test('are all named at once when they are missing', () => {
		expect(() => readFlags(declared, new Map())).toThrow('Missing: --name, --subject.');
	});

	test('are refused when empty', () => {
		expect(() =>
			readFlags(
				declared,
				new Map([
					['name', ['']],
					['subject', ['CN=a']],
				]),
			),
		).toThrow(ExpectedError);
	});

	test('are read together with the others', () => {
		const raws = new Map([
			['name', ['a', 'b']],
			['subject', ['CN=a']],
		]);
		expect(readFlags(declared, raws)).toEqual({name: 'b', subject: 'CN=a', quick: false});
	});
});

test('a camelCase name is typed with hyphens', () => {
	expect(typedName('trustAnchorArn')).toBe('--trust-anchor-arn');
});
