import {createPublicKey, sign, verify} from 'node:crypto';
import {describe, expect, test} from 'vitest';
import {findKeyAlgorithm, KEY_ALGORITHMS} from '../../../src/pki/keys/algorithm.ts';
import {generateKey} from '../../../src/pki/keys/key-generation.ts';

describe.each(KEY_ALGORITHMS)('a key of kind %s', algorithm => {
	test('is encoded as Node encodes it, both halves, and signs', async () => {
		const key = await generateKey(algorithm);
		const privateKey = key.toKeyObject();
		const publicKey = createPublicKey(privateKey);

		expect(findKeyAlgorithm(privateKey)).toBe(algorithm);
		expect(privateKey.export({type: 'pkcs8', format: 'der'}).equals(key.pkcs8)).toBe(true);
		expect(publicKey.export({type: 'spki', format: 'der'}).equals(key.publicKey.spki)).toBe(true);
		expect(Buffer.from(key.publicKey.spki).includes(Buffer.from(key.publicKey.bits))).toBe(true);
		expect(verify('sha256', Buffer.from('x'), publicKey, sign('sha256', Buffer.from('x'), privateKey))).toBe(true);
	});
});

test('private keys keep their length when they begin with zeros', async () => {
	const lengths = new Set<number>();
	for (let count = 0; count < 600; count++) {
		lengths.add((await generateKey('p256')).pkcs8.length);
	}

	expect([...lengths]).toEqual([138]);
});

test('no two keys are the same', async () => {
	const keys = await Promise.all(Array.from({length: 50}, () => generateKey('p256')));

	expect(new Set(keys.map(({pkcs8}) => Buffer.from(pkcs8).toString('hex'))).size).toBe(50);
});
