import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {attemptDer, type DerElement, type DerProblem, readDer} from '../../../src/pki/der/der.ts';
import {
	areSameBytes,
	type Note,
	octetsOf,
	readBoolean,
	readInteger,
	readOid,
	readSmallInteger,
	readUnusedBits,
} from '../../../src/pki/der/der-values.ts';
import * as der from '../../support/der.ts';

/** What a reader makes of an element: the value, or its problem, and what it notes beside. */
function outcome<Value>(bytes: Uint8Array, read: (element: DerElement, what: string, note: Note) => Value) {
	const notes: DerProblem[] = [];
	const element = readDer(bytes);
	const value = element.ok ? attemptDer(() => read(element.value, 'It', problem => notes.push(problem))) : element;
	const messages = notes.map(({message}) => message);
	return value.ok ? {value: value.value, notes: messages} : {problem: value.problem.message, notes: messages};
}

test.each([
	[0xff, true, []],
	[0x00, false, []],
	[0x01, true, ['It is true but not written as 0xff, at byte 0']],
])('boolean %i is %s', (octet, value, notes) => {
	expect(outcome(der.boolean(octet), readBoolean)).toEqual({value, notes});
});

test('a boolean of two bytes is none', () => {
	expect(outcome(der.tlv(0x01, Uint8Array.of(0, 0)), readBoolean).problem).toBe(
		'It should be one byte long, at byte 0',
	);
});

describe('an integer', () => {
	test.each([
		[[0x00], 0],
		[[0x7f], 127],
		[[0x00, 0x80], 128],
		[[0x7f, 0xff, 0xff, 0xff], 0x7f_ff_ff_ff],
	])('%j is %i', (octets, value) => {
		expect(outcome(der.integer(...octets), readSmallInteger)).toEqual({value, notes: []});
	});

	test.each([
		['zeros', [0x00, 0x7f]],
		['ones', [0xff, 0x80]],
	])('padded with %s is noted and kept', (_what, octets) => {
		expect(outcome(der.integer(...octets), readInteger)).toEqual({
			value: Uint8Array.from(octets),
			notes: ['It is an integer not written the shortest way, at byte 0'],
		});
	});

	test('without bytes is none', () => {
		expect(outcome(der.integer(), readInteger).problem).toBe('It is an integer without bytes, at byte 0');
	});

	test.each([[[0x80]], [[0x00, 0x80, 0x00, 0x00, 0x00]], [new Array<number>(50).fill(0x7f)]])(
		'%j is not a small one',
		octets => {
			expect(outcome(der.integer(...octets), readSmallInteger).problem).toBe(
				'It is negative or far too large, at byte 0',
			);
		},
	);
});

describe('a bit string', () => {
	test('tells its unused bits and its octets', () => {
		expect(outcome(der.bitString(3, Uint8Array.of(0xa8)), readUnusedBits)).toEqual({value: 3, notes: []});
		const element = readDer(der.bitString(3, Uint8Array.of(0xa8)));
		expect(element.ok && octetsOf(element.value)).toEqual(Uint8Array.of(0xa8));
	});

	test('with unused bits that are set is noted', () => {
		expect(outcome(der.bitString(3, Uint8Array.of(0xaf)), readUnusedBits).notes).toEqual([
			'It has unused bits that are not zero, at byte 0',
		]);
	});

	test.each([
		['no count', der.tlv(0x03)],
		['a count above 7', der.bitString(8, Uint8Array.of(0))],
		['a count and no bits', der.bitString(1, new Uint8Array())],
	])('with %s is none', (_what, bytes) => {
		expect(outcome(bytes, readUnusedBits).problem).toBe(
			'It is a bit string without a sound count of unused bits, at byte 0',
		);
	});
});

describe('an object identifier', () => {
	test.each([
		'0.0',
		'0.39',
		'1.2.840.113549.1.1.11',
		'2.5.29.15',
		'2.999.3',
		'2.25.329800735698586629295641978511506172918',
		'1.2.9007199254740993',
	])('%s is read back', text => {
		expect(outcome(der.oid(text), readOid)).toEqual({value: text, notes: []});
	});

	test('of any arcs is read back', () => {
		const arc = fc.bigInt({min: 0n, max: 2n ** 128n - 1n});
		const tail = fc.array(arc, {maxLength: 8});
		void fc.assert(
			fc.property(fc.constantFrom('0.5', '1.39', '2.100'), tail, (head, arcs) => {
				const text = [head, ...arcs].join('.');
				expect(outcome(der.oid(text), readOid).value).toBe(text);
			}),
		);
	});

	test.each([
		['nothing in it', der.tlv(0x06)],
		['a last part that goes on', der.tlv(0x06, Uint8Array.of(0x2a, 0x86))],
		['a part with a leading zero', der.tlv(0x06, Uint8Array.of(0x2a, 0x80, 0x01))],
		['a part without end', der.tlv(0x06, new Uint8Array(5000).fill(0x81), Uint8Array.of(1))],
	])('with %s is none', (_what, bytes) => {
		expect(outcome(bytes, readOid).problem).toContain('It ');
	});
});

test('bytes are the same only when all are', () => {
	expect(areSameBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2))).toBe(true);
	expect(areSameBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 3))).toBe(false);
	expect(areSameBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2, 3))).toBe(false);
});
