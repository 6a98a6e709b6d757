import {expect, test} from 'vitest';
import {bmpPassphrase, derive, purposes} from '../../../src/pki/pkcs12/derivation.ts';

test('a passphrase is written in UTF-16 with two zero octets at its end', () => {
	expect(Buffer.from(bmpPassphrase('Bé')).toString('hex')).toBe('004200e90000');
	expect(Buffer.from(bmpPassphrase('')).toString('hex')).toBe('0000');
});

// Vectors that go round among implementations: passphrases "smeg" and "queeg", SHA-1.
test.each([
	['smeg', '0a58cf64530d823f', purposes.key, 1, '8aaae6297b6cb04642ab5b077851284eb7128f1a2a7fbca3'],
	['smeg', '0a58cf64530d823f', purposes.vector, 1, '79993dfe048d3b76'],
	['queeg', '05dec959acff72f7', purposes.key, 1000, 'ed2034e36328830ff09df1e1a07dd357185dac0d4f9eb3d4'],
	['queeg', '05dec959acff72f7', purposes.vector, 1000, '11dedad7758d4860'],
])(
	'the passphrase %s and the salt %s derive, for purpose %i with %i rounds, %s',
	(word, salt, purpose, rounds, expected) => {
		const derivation = {hash: 'sha1', passphrase: bmpPassphrase(word), salt: Buffer.from(salt, 'hex'), rounds} as const;
		expect(Buffer.from(derive(derivation, purpose, expected.length / 2)).toString('hex')).toBe(expected);
	},
);
