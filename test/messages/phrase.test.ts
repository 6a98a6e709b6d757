import {describe, expect, test} from 'vitest';
import {flatten} from '../../src/messages/flatten.ts';
import {findHalf, findPhrase, readPhrase} from '../../src/messages/phrase.ts';

const find = (phrase: string, text: string) => findPhrase(flatten(text, false), readPhrase(phrase));
const half = (phrase: string, text: string) => findHalf(flatten(text, false), readPhrase(phrase));

describe('a phrase', () => {
	test.each([
		['a b', 'x a b', true],
		['a b', 'xa b', false],
		['a b', 'a bx', false],
		['a … c', 'a b c', true],
		['a … c', `a ${'b'.repeat(400)} c`, true],
		['a … c', `a ${'b'.repeat(401)} c`, false],
		['a … c', 'c a', false],
	])('%j stands in %j: %j', (phrase, text, isThere) => {
		expect(find(phrase, text) !== undefined).toBe(isThere);
	});

	test('is found where it stands last', () => {
		expect(find('ab', 'ab ab')).toEqual({from: 2, to: 4});
	});
});

describe('of a phrase that was cut off', () => {
	test.each([
		['its beginning is known at the end of a text', 'x Untrusted signing certif', {from: 1, to: 23}],
		['its end is known at the beginning of a text', 'usted signing certificate. x', {from: 0, to: 23}],
		['less than two thirds is not', 'Untrusted signing', undefined],
		['the middle is not', 'trusted signing certif', undefined],
	])('%s', (_what, text, span) => {
		expect(half('Untrusted signing certificate', text)).toEqual(span);
	});
});
