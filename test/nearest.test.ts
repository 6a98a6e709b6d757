import {expect, test} from 'vitest';
import {nearest} from '../src/nearest.ts';

test.each([
	['isue', 'issue'],
	['config', 'configure'],
	['confgure', 'configure'],
	['signn', 'sign'],
	['zzz', undefined],
])('what was meant by %s is %s', (typed, meant) => {
	expect(nearest(typed, ['issue', 'configure', 'sign', 'request'])).toBe(meant);
});

test('there is nothing near among no candidates', () => {
	expect(nearest('issue', [])).toBeUndefined();
});
