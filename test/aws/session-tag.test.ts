import {describe, expect, test} from 'vitest';
import {isSessionTag} from '../../src/aws/session-tag.ts';

describe('a session tag', () => {
	test.each(['', 'host.example.com', 'TEST CLIENT', 'a_b.c:d/e=f+g-h@i', 'Müller', '日本', 'x'.repeat(256)])(
		'may be %j',
		value => {
			expect(isSessionTag('x509Subject/CN', value)).toBe(true);
		},
	);

	test.each(['a(b)', 'a&b', '*.example.com', "d'Or", '#04020500', 'a,b', 'a\nb', '😀', 'x'.repeat(257)])(
		'must not be %j',
		value => {
			expect(isSessionTag('x509Subject/CN', value)).toBe(false);
		},
	);

	test('has a key of at most 128 characters', () => {
		expect([isSessionTag('k'.repeat(128), ''), isSessionTag('k'.repeat(129), '')]).toEqual([true, false]);
	});
});
