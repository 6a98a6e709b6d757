import {expect, test} from 'vitest';
import {foundBy, isError} from '../../../src/doctor/diagnose/found.ts';
import {findingOf, foundOf} from '../../support/diagnosed.ts';

test('what two checks say alike counts once, for the first of them', () => {
	const findings = [findingOf('ee-digital-signature'), findingOf('ee-digital-signature', {message: 'Another one.'})];
	const all = foundBy([
		{check: 'certificate', state: 'failed', words: '', findings},
		{check: 'path', state: 'failed', words: '', findings: findings.slice(0, 1)},
	]);
	expect(all).toEqual([
		{check: 'certificate', finding: findings[0]},
		{check: 'certificate', finding: findings[1]},
	]);
});

test('only errors stop credentials', () => {
	expect(isError(foundOf('path', 'path-issuer-present'))).toBe(true);
	expect(isError(foundOf('certificate', 'ends-soon'))).toBe(false);
});
