import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {readDer} from '../../../src/pki/der/der.ts';
import {readTime} from '../../../src/pki/der/der-time.ts';
import {readInteger, readOid} from '../../../src/pki/der/der-values.ts';
import {
	element,
	integer,
	namedBits,
	objectIdentifier,
	octetString,
	setOf,
	time,
	unsignedInteger,
} from '../../../src/pki/der/der-writer.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

function refuse(): never {
	throw new Error('the reader found fault with what was written');
}

function read(bytes: Uint8Array) {
	const found = readDer(bytes);
	if (!found.ok) {
		throw new Error(found.problem.message);
	}

	return found.value;
}

describe('lengths', () => {
	test.each([
		[0, '0400'],
		[127, '047f'],
		[128, '048180'],
		[255, '0481ff'],
		[256, '04820100'],
		[65_535, '0482ffff'],
		[65_536, '0483010000'],
	])('of %i octets are written the shortest way', (count, header) => {
		expect(hex(octetString(new Uint8Array(count)).subarray(0, header.length / 2))).toBe(header);
		expect(read(octetString(new Uint8Array(count))).contents).toHaveLength(count);
	});
});

test('integers are read back as they were, positive and as short as can be', () => {
	fc.assert(
		fc.property(fc.uint8Array({maxLength: 24}), octets => {
			const value = BigInt(`0x0${hex(octets)}`);
			const contents = readInteger(read(unsignedInteger(octets)), 'It', refuse);
			expect(BigInt(`0x${hex(contents)}`)).toBe(value);
			expect((contents[0] ?? 0) < 0x80).toBe(true);
		}),
	);
	expect([0, 127, 128, 65_537].map(value => hex(integer(value)))).toEqual([
		'020100',
		'02017f',
		'02020080',
		'0203010001',
	]);
});

test('object identifiers are read back as they were', () => {
	const arc = fc.bigInt({min: 0n, max: 2n ** 128n - 1n});
	fc.assert(
		fc.property(
			fc.constantFrom('0.', '1.'),
			fc.integer({min: 0, max: 39}),
			fc.array(arc, {maxLength: 6}),
			(first, second, arcs) => {
				const dotted = [first + second, ...arcs].join('.');
				expect(readOid(read(objectIdentifier(dotted)), 'It')).toBe(dotted);
			},
		),
	);
	expect(readOid(read(objectIdentifier('2.999.1')), 'It')).toBe('2.999.1');
});

test.each<[readonly number[], string]>([
	[[], '030100'],
	[[0], '03020780'],
	[[5, 6], '03020106'],
	[[0, 8], '0303078080'],
])('named bits %j leave out zeros at the end', (bits, written) => {
	expect(hex(namedBits(bits))).toBe(written);
});

test('the elements of a set are sorted by their bytes', () => {
	expect(hex(setOf(octetString(Uint8Array.of(2)), octetString(Uint8Array.of(1))))).toBe('3106040101040102');
});

test.each([
	['2026-06-01T12:34:56Z', '170d3236303630313132333435365a'],
	['1950-01-01T00:00:00Z', '170d3530303130313030303030305a'],
	['2049-12-31T23:59:59Z', '170d3439313233313233353935395a'],
	['2050-01-01T00:00:00Z', '180f32303530303130313030303030305a'],
	['9999-12-31T23:59:59Z', '180f39393939313233313233353935395a'],
])('%s is written as RFC 5280 has it, and read back', (instant, written) => {
	const bytes = time(new Date(instant));

	expect(hex(bytes)).toBe(written);
	expect(readTime(read(bytes), 'It', refuse)).toEqual(new Date(instant));
});

test('an element holds its contents one after the other', () => {
	expect(hex(element(0xa1, Uint8Array.of(1), new Uint8Array(), Uint8Array.of(2, 3)))).toBe('a103010203');
});
