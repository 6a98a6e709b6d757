import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {matchesArn, matchesPattern, patternOf} from '../../../src/decide/policy/wildcard.ts';

const written = (text: string) => patternOf([{text, isLiteral: false}]);
const anchor = 'arn:aws:rolesanywhere:us-east-1:111122223333:trust-anchor/a:b';

describe('a pattern', () => {
	test.each([
		['', '', true],
		['', 'a', false],
		['*', '', true],
		['*', 'anything', true],
		['?', '', false],
		['?', 'é', true],
		['?', '😀', true],
		['a*c', 'abbbc', true],
		['a*c', 'abbbd', false],
		['a*b*c', 'a-b-b-c', true],
		['*.example.com', 'host.example.com', true],
		['*.example.com', 'example.com', false],
		['a?c', 'abc', true],
		['a.c', 'abc', false],
		['A', 'a', false],
		['**', 'x', true],
	])('%j against %j: %s', (pattern, text, isMatch) => {
		expect(matchesPattern(written(pattern), text)).toBe(isMatch);
	});

	test('takes text put in for a variable literally', () => {
		const pattern = patternOf([
			{text: 'a', isLiteral: false},
			{text: '*', isLiteral: true},
		]);

		expect(matchesPattern(pattern, 'a*')).toBe(true);
		expect(matchesPattern(pattern, 'ab')).toBe(false);
	});

	test('agrees with the regular expression that means the same', () => {
		const texts = fc.string({unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 12});
		fc.assert(
			fc.property(texts, fc.string({unit: fc.constantFrom('a', 'b'), maxLength: 12}), (pattern, text) => {
				const expression = new RegExp(
					`^${pattern
						.replaceAll('*', '.*')
						.replaceAll('?', '.')
						.replaceAll(/(?:\.\*)+/g, '.*')}$`,
				);
				expect(matchesPattern(written(pattern), text)).toBe(expression.test(text));
			}),
		);
	});

	test('made to be slow is not', () => {
		expect(matchesPattern(written(`${'*a'.repeat(200)}b`), 'a'.repeat(5000))).toBe(false);
	});
});

describe('an ARN pattern', () => {
	test.each([
		[anchor, true],
		['arn:aws:rolesanywhere:*:111122223333:trust-anchor/*', true],
		['arn:*:*:*:*:*', true],
		['arn:aws:rolesanywhere:us-east-?:111122223333:trust-anchor/a:b', true],
		['arn:aws:rolesanywhere:*', false],
		['arn:aws:rolesanywhere:*:trust-anchor/a:b', false],
		['arn:aws:rolesanywhere:us-west-2:111122223333:trust-anchor/a:b', false],
		['ARN:aws:rolesanywhere:us-east-1:111122223333:trust-anchor/a:b', false],
	])('%s: %s', (pattern, isMatch) => {
		expect(matchesArn(written(pattern), anchor)).toBe(isMatch);
	});
});
