import {generateKeyPairSync} from 'node:crypto';
import {describe, expect, test} from 'vitest';
import {KEY_ALGORITHMS, readKeyAlgorithm, signatureAlgorithmOf} from '../../../src/pki/keys/algorithm.ts';
import {generateKey} from '../../../src/pki/keys/key-generation.ts';

test.each(KEY_ALGORITHMS)('%s is a kind of key', name => {
	expect(readKeyAlgorithm(name)).toBe(name);
});

test.each(['rsa1024', 'secp256k1', 'P256', '', 'p256\u001b[2J'])('%j is refused, naming the kinds there are', name => {
	expect(() => readKeyAlgorithm(name)).toThrow(
		expect.objectContaining({
			code: 'ALGORITHM_UNSUPPORTED',
			message: expect.not.stringContaining('\u001b'),
			next: ['Choose one of p256, p384, p521, rsa2048, rsa3072, rsa4096'],
		}),
	);
});

describe('signatures', () => {
	test.each([
		['p256', 'sha256'],
		['p384', 'sha384'],
		['p521', 'sha512'],
		['rsa2048', 'sha256'],
	] as const)('by a key of kind %s use %s', async (algorithm, hash) => {
		expect(signatureAlgorithmOf((await generateKey(algorithm)).toKeyObject()).hash).toBe(hash);
	});

	test.each([
		['Ed25519', generateKeyPairSync('ed25519').privateKey],
		['RSA of 1024 bits', generateKeyPairSync('rsa', {modulusLength: 1024}).privateKey],
		['RSA-PSS', generateKeyPairSync('rsa-pss', {modulusLength: 2048}).privateKey],
		['secp256k1', generateKeyPairSync('ec', {namedCurve: 'secp256k1'}).privateKey],
	])('are not made with %s', (_kind, key) => {
		expect(() => signatureAlgorithmOf(key)).toThrow(expect.objectContaining({code: 'ALGORITHM_UNSUPPORTED'}));
	});
});
