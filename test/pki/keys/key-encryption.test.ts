import {spawnSync} from 'node:child_process';
import {generateKeyPairSync} from 'node:crypto';
import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import {keyDerivationRounds} from '../../../src/pki/keys/key-encryption.ts';
import {isPresent} from '../../support/judges.ts';

const key = generateKeyPairSync('ec', {namedCurve: 'P-256'}).privateKey.export({type: 'pkcs8', format: 'pem'});

function encrypted(...how: readonly string[]): Uint8Array {
	const words = ['pkcs8', '-topk8', '-outform', 'DER', '-passout', 'pass:x', ...how];
	return spawnSync('openssl', words, {input: key}).stdout;
}

test.runIf(isPresent('openssl')).each([
	['PBKDF2', ['-v2', 'aes-256-cbc', '-iter', '1234'], 1234],
	['PBKDF2 with another hash', ['-v2', 'aes-128-cbc', '-v2prf', 'hmacWithSHA512', '-iter', '70000'], 70_000],
	['scrypt', ['-scrypt'], undefined],
	['an older scheme', ['-v1', 'PBE-SHA1-3DES'], undefined],
])('rounds of %s as openssl writes it', (_scheme, how, rounds) => {
	expect(keyDerivationRounds(encrypted(...how))).toBe(rounds);
});

test('anything else has none', () => {
	void fc.assert(
		fc.property(fc.uint8Array({maxLength: 100}), bytes => {
			expect(keyDerivationRounds(bytes)).toBeUndefined();
		}),
	);
});
