import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {derFromBer} from '../../../src/pki/der/ber.ts';
import {integer, octetString, sequence} from '../../../src/pki/der/der-writer.ts';

const hex = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString('hex');
const indefinite = (identifier: number, ...contents: readonly Uint8Array[]) =>
	Buffer.concat([Uint8Array.of(identifier, 0x80), ...contents, new Uint8Array(2)]);

describe('BER', () => {
	test('of indefinite length becomes definite', () => {
		expect(hex(derFromBer(indefinite(0x30, integer(1), indefinite(0x30, integer(2)))))).toBe(
			hex(sequence(integer(1), sequence(integer(2)))),
		);
	});

	test('in pieces becomes whole, also of more than 127 octets', () => {
		const long = new Uint8Array(200).fill(7);
		const pieces = indefinite(0x30, indefinite(0x24, octetString(long), octetString(long)));
		expect(hex(derFromBer(pieces))).toBe(hex(sequence(octetString(Buffer.concat([long, long])))));
	});

	test('of definite length is kept as it is', () => {
		const kept = Uint8Array.of(0x30, 0x81, 0x03, 0x02, 0x01, 0x01);
		expect(hex(derFromBer(indefinite(0x30, kept)))).toBe(`3006${hex(kept)}`);
	});

	test.each([
		['without its end', Uint8Array.of(0x30, 0x80, 0x02, 0x01, 0x01)],
		['with a length that lies', Uint8Array.of(0x30, 0x80, 0x02, 0x7f, 0x01, 0, 0)],
		['with a length of seven octets', Uint8Array.of(0x30, 0x87, 1, 1, 1, 1, 1, 1, 1)],
		['of a simple value without a length', Uint8Array.of(0x04, 0x80, 0, 0)],
		['a hundred levels deep', Buffer.concat([Buffer.alloc(200, '3080', 'hex'), Buffer.alloc(200)])],
	])('%s is none', (_what, bytes) => {
		expect(derFromBer(bytes)).toBeUndefined();
	});

	test('of any bytes never throws', () => {
		fc.assert(
			fc.property(
				fc.uint8Array({maxLength: 200}),
				bytes => void derFromBer(Buffer.concat([Uint8Array.of(0x30, 0x80), bytes])),
			),
		);
	});
});
