import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import {explicit, integer, objectIdentifier, octetString, sequence} from '../../../src/pki/der/der-writer.ts';
import {readPkcs12} from '../../../src/pki/pkcs12/pkcs12.ts';

const data = objectIdentifier('1.2.840.113549.1.7.1');
const wrap = (type: Uint8Array, contents: Uint8Array) => sequence(integer(3), sequence(type, explicit(0, contents)));

test('bytes of any kind are a problem and never thrown', async () => {
	await fc.assert(
		fc.asyncProperty(fc.uint8Array({maxLength: 200}), async bytes => {
			expect((await readPkcs12(bytes, 'a')).ok).toBe(false);
			expect((await readPkcs12(wrap(data, octetString(sequence(bytes))), 'a')).ok).toBe(bytes.length === 0);
		}),
	);
});

test('a bundle that a public key protects is said to be one', async () => {
	expect(await readPkcs12(wrap(objectIdentifier('1.2.840.113549.1.7.2'), octetString(sequence())), 'a')).toEqual({
		ok: false,
		problem: {kind: 'unsupported', message: 'It is signed instead of protected with a passphrase.'},
	});
});

test('bags within bags end somewhere', async () => {
	const nested = (depth: number): Uint8Array =>
		sequence(
			sequence(
				objectIdentifier('1.2.840.113549.1.12.10.1.6'),
				explicit(0, depth === 0 ? sequence() : nested(depth - 1)),
			),
		);
	const part = sequence(data, explicit(0, octetString(nested(15))));
	expect(await readPkcs12(wrap(data, octetString(sequence(part))), 'a')).toEqual({ok: true, value: []});
});
