import {describe, expect, test} from 'vitest';
import {DerFields, readDer} from '../../../src/pki/der/der.ts';
import {integer, objectIdentifier, octetString, sequence} from '../../../src/pki/der/der-writer.ts';
import {decrypt, readScheme, type Scheme} from '../../../src/pki/pkcs12/decryption.ts';
import {Rounds} from '../../../src/pki/pkcs12/rounds.ts';

const salt = octetString(new Uint8Array(8));
const aes = sequence(objectIdentifier('2.16.840.1.101.3.4.1.42'), octetString(new Uint8Array(16)));
const pbes2 = objectIdentifier('1.2.840.113549.1.5.13');
const pbkdf2 = (rounds: number) => sequence(objectIdentifier('1.2.840.113549.1.5.12'), sequence(salt, integer(rounds)));
const scrypt = (cost: number) =>
	sequence(objectIdentifier('1.3.6.1.4.1.11591.4.11'), sequence(salt, integer(cost), integer(8), integer(1)));

function schemeOf(bytes: Uint8Array): Scheme {
	const outer = readDer(sequence(bytes));
	if (!outer.ok) {
		throw new Error(outer.problem.message);
	}

	return readScheme(new DerFields(outer.value).next('The scheme'));
}

describe('what asks for more work than a file is worth', () => {
	test.each([
		['rounds of PBKDF2', sequence(pbes2, sequence(pbkdf2(2_147_483_647), aes))],
		['no rounds at all', sequence(pbes2, sequence(pbkdf2(0), aes))],
		['memory for scrypt', sequence(pbes2, sequence(scrypt(1 << 20), aes))],
		[
			'rounds of the derivation of PKCS#12',
			sequence(objectIdentifier('1.2.840.113549.1.12.1.3'), sequence(salt, integer(10_000_000))),
		],
	])('%s, is not done', async (_what, scheme) => {
		await expect(decrypt(schemeOf(scheme), new Uint8Array(16), 'a', new Rounds())).rejects.toMatchObject({
			problem: {kind: 'too-costly'},
		});
	});

	test('also counts what was spent before on the same file', () => {
		const rounds = new Rounds();
		rounds.spend(6_000_000, 1);
		expect(() => rounds.spend(6_000_000, 1)).toThrow('6000000 rounds');
	});
});

test.each([
	['RC4', sequence(objectIdentifier('1.2.840.113549.1.12.1.1'), sequence(salt, integer(1))), 'with 128-bit RC4'],
	['a cipher that nobody knows', sequence(pbes2, sequence(pbkdf2(1), sequence(objectIdentifier('1.2.3')))), '1.2.3'],
	['a derivation that nobody knows', sequence(pbes2, sequence(sequence(objectIdentifier('1.2.3')), aes)), '1.2.3'],
])('%s is named as what keeps it closed', async (_what, scheme, words) => {
	await expect(decrypt(schemeOf(scheme), new Uint8Array(16), 'a', new Rounds())).rejects.toThrow(words);
});
