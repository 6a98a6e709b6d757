import fc from 'fast-check';
import {expect, test} from 'vitest';
import {explicit, objectIdentifier, octetString, sequence} from '../../../src/pki/der/der-writer.ts';
import {readPkcs7} from '../../../src/pki/pkcs7/pkcs7.ts';

test('bytes of any kind are a problem and never thrown', () => {
	fc.assert(
		fc.property(fc.uint8Array({maxLength: 200}), bytes => {
			expect(readPkcs7(bytes).ok).toBe(false);
			expect(readPkcs7(sequence(objectIdentifier('1.2.840.113549.1.7.2'), explicit(0, sequence(bytes)))).ok).toBe(
				false,
			);
		}),
	);
});

test('data of another type has no certificates', () => {
	const read = readPkcs7(
		sequence(objectIdentifier('1.2.840.113549.1.7.1'), explicit(0, octetString(new Uint8Array()))),
	);
	expect(read).toMatchObject({ok: false, problem: {message: expect.stringContaining('another type')}});
});
