import {describe, expect, test} from 'vitest';
import {type Lifetime, planValidity} from '../../../src/pki/issuing/validity.ts';

const now = new Date('2026-06-01T00:00:00.789Z');
const issuer = {notBefore: new Date('2026-05-01T00:00:00Z'), notAfter: new Date('2026-06-11T12:00:00Z')};

function plan(asked: Lifetime | undefined, above: typeof issuer | undefined = undefined, at = now) {
	return planValidity({asked, usual: 365, issuer: above, now: at});
}

describe('a certificate', () => {
	test('begins five minutes before now, in whole seconds', () => {
		expect(plan({days: 1}).notBefore.toISOString()).toBe('2026-05-31T23:55:00.000Z');
	});

	test.each<[Lifetime | undefined, string]>([
		[{days: 1}, '2026-06-02T00:00:00.000Z'],
		[{hours: 6}, '2026-06-01T06:00:00.000Z'],
		[undefined, '2027-06-01T00:00:00.000Z'],
	])('of lifetime %j ends at %s', (asked, end) => {
		expect(plan(asked).notAfter.toISOString()).toBe(end);
	});

	test('ends with its issuer where nobody asked how long it lives', () => {
		expect(plan(undefined, issuer).notAfter).toEqual(issuer.notAfter);
	});

	test('may end in the very second of its issuer', () => {
		expect(plan({hours: 10 * 24 + 12}, issuer).notAfter).toEqual(issuer.notAfter);
	});

	test('that would outlive its issuer is refused, naming both dates and how long it may live', () => {
		expect(() => plan({days: 11}, issuer)).toThrow(
			expect.objectContaining({
				code: 'VALIDITY_INVALID',
				message:
					'The certificate would end on 2026-06-12T00:00:00Z, after its issuer, which ends on 2026-06-11T12:00:00Z.',
				next: ['Ask for at most 10 days, or make a new issuer: anchorsmith issuer create'],
			}),
		);
	});

	test.each<Lifetime>([
		{days: 0},
		{days: -1},
		{hours: 0},
		{hours: -5},
		{days: 1.5},
		{days: Number.NaN},
		{days: Number.POSITIVE_INFINITY},
		{days: Number.MAX_SAFE_INTEGER},
		{days: 3_000_000},
	])('of lifetime %j is refused', asked => {
		expect(() => plan(asked)).toThrow(expect.objectContaining({code: 'VALIDITY_INVALID'}));
	});

	test('is not made by an issuer that has ended', () => {
		expect(() => plan(undefined, issuer, new Date('2026-06-11T12:00:00Z'))).toThrow(
			"The issuer's certificate ended on 2026-06-11T12:00:00Z.",
		);
	});

	test('is not made by an issuer that is not valid yet', () => {
		expect(() => plan(undefined, issuer, new Date('2026-04-30T00:00:00Z'))).toThrow(
			'valid from 2026-05-01T00:00:00Z only',
		);
	});
});
