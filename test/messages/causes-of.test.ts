import {describe, expect, test} from 'vitest';
import {causesOf} from '../../src/messages/causes-of.ts';
import {passedBefore} from '../../src/messages/passed.ts';

describe('the causes behind a text', () => {
	test('are those of the inner message first, each rule once', () => {
		const {rules, messages} = causesOf(
			'Error when retrieving credentials from custom-process: unable to use cert store signer on linux',
		);
		expect(messages.map(({message}) => message.id)).toEqual(['helper-no-certificate-store', 'process-failed']);
		expect(rules[0]).toBe('config-one-line');
		expect(new Set(rules).size).toBe(rules.length);
	});

	test('come with the stage that refused, all before which passed', () => {
		const {stage} = causesOf('AccessDeniedException: Unable to assume role for x');
		expect(stage).toBe('assume-role');
		expect(passedBefore(stage)).toHaveLength(9);
		expect(passedBefore(causesOf('Untrusted signing certificate').stage)).toEqual([
			'the request is well formed',
			'the trust anchor is there',
			'key, certificate and clock agree',
		]);
	});

	test('prove nothing where the service said nothing', () => {
		expect(causesOf('no such host')).not.toHaveProperty('stage');
		expect(passedBefore(undefined)).toEqual([]);
		expect(passedBefore('request')).toEqual([]);
	});

	test('are not guessed', () => {
		expect(causesOf('something else')).toEqual({messages: [], rules: []});
	});
});
