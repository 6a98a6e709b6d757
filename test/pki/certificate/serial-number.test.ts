import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import {SerialNumber} from '../../../src/pki/certificate/serial-number.ts';

test.each([
	[[0x00], '00', '0', 0n],
	[[0x01], '01', '1', 1n],
	[[0x00, 0x8d], '008d', '141', 141n],
	[[0x80], '80', '128', -128n],
])('octets %j', (octets, hex, decimal, value) => {
	expect(new SerialNumber(Uint8Array.from(octets))).toMatchObject({hex, decimal, value});
});

test('the decimal form is that of the octets, unsigned', () => {
	void fc.assert(
		fc.property(fc.uint8Array({minLength: 1, maxLength: 24}), octets => {
			const unsigned = octets.reduce((sum, octet) => sum * 256n + BigInt(octet), 0n);
			expect(new SerialNumber(octets).decimal).toBe(unsigned.toString());
		}),
	);
});
