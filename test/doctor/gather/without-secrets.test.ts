import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {secretValues, withoutSecrets} from '../../../src/doctor/gather/without-secrets.ts';

describe('what a program said', () => {
	test.each([
		['access keys', 'key ASIAQWERTYUIOPASDFGH was used', 'key REDACTED was used'],
		['secret keys', 'k=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKE9;', 'k=REDACTED;'],
		['secret keys by themselves', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKE9', 'REDACTED'],
		['what follows the word', 'SecretAccessKey: abc123def', 'SecretAccessKey: REDACTED'],
		[
			'passwords of proxies',
			'via http://me:secret@proxy.example.com:3128',
			'via http://REDACTED@proxy.example.com:3128',
		],
		['long tokens', `x ${'Ab3/'.repeat(40)} y`, 'x REDACTED y'],
		['private keys', '-----BEGIN EC PRIVATE KEY-----\nMHcC\n-----END EC PRIVATE KEY-----', 'REDACTED'],
		['private keys that are cut off', '-----BEGIN PRIVATE KEY-----\nMHcC', 'REDACTED'],
	])('%s', (_case, text, expected) => {
		expect(withoutSecrets(text, [])).toBe(expected);
	});

	test.each([
		'AccessDeniedException: Untrusted signing certificate',
		'arn:aws:rolesanywhere:us-east-1:111122223333:trust-anchor/11111111-2222-4333-8444-555555555555',
		'open /home/operator/.config/anchorsmith/keys/host.example.com/private-key.pem: no such file or directory',
		'da39a3ee5e6b4b0d3255bfef95601890afd80709',
	])('stays when nothing in it is secret: %s', text => {
		expect(withoutSecrets(text, [])).toBe(text);
	});

	test('never holds a value that is known to be secret', () => {
		fc.assert(
			fc.property(fc.string({minLength: 4, maxLength: 12}), fc.string(), fc.string(), (secret, before, after) => {
				fc.pre(!'REDACTED'.includes(secret) && !secret.includes('REDACTED'));
				const rest = withoutSecrets(`${before}\n${secret}\n${after}`, [secret]);
				expect(rest.split('REDACTED').some(piece => piece.includes(secret))).toBe(false);
			}),
		);
	});
});

test('secrets are told by the names of their variables', () => {
	expect(
		secretValues({
			AWS_SECRET_ACCESS_KEY: 'a',
			AWS_ACCESS_KEY_ID: 'b',
			GITHUB_TOKEN: 'c',
			KEY_PASSPHRASE: 'd',
			AWS_WEB_IDENTITY_TOKEN_FILE: '/var/run/token',
			PATH: '/bin',
			EMPTY_PASSWORD: '',
		}),
	).toEqual(['a', 'b', 'c', 'd']);
});
