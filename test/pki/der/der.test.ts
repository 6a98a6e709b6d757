import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {type DerElement, MAX_DEPTH, readDer} from '../../../src/pki/der/der.ts';
import * as der from '../../support/der.ts';

function bytes(hex: string): Uint8Array {
	return new Uint8Array(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
}

function faultOf(hex: string): string {
	const read = readDer(bytes(hex));
	return read.ok ? 'none' : `${read.problem.fault} at ${read.problem.offset}`;
}

/** Reads everything inside; gives how many elements there are, or what stopped it. */
function walk(element: DerElement): number | string {
	const left = [element];
	let count = 0;
	for (let next = left.pop(); next; next = left.pop()) {
		count += 1;
		if (next.isConstructed) {
			const children = next.children();
			if (!children.ok) {
				return children.problem.fault;
			}

			left.push(...children.value);
		}
	}

	return count;
}

describe('an element', () => {
	test('tells its tag, its bytes and its contents', () => {
		const read = readDer(bytes('30 06 02 01 05 a1 01 00'));
		const element = read.ok ? read.value : undefined;
		expect(element).toMatchObject({tagClass: 'universal', tagNumber: 16, isConstructed: true, offset: 0});
		expect(Buffer.from(element?.contents ?? []).toString('hex')).toBe('020105a10100');
		const children = element?.children();
		const [number, tagged] = children?.ok ? children.value : [];
		expect(number).toMatchObject({tagClass: 'universal', tagNumber: 2, isConstructed: false, offset: 2});
		expect(tagged).toMatchObject({tagClass: 'context', tagNumber: 1, isConstructed: true, offset: 5});
		expect(Buffer.from(tagged?.bytes ?? []).toString('hex')).toBe('a10100');
	});

	test('is a view: nothing is copied', () => {
		const source = der.sequence(der.integer(1));
		const read = readDer(source);
		expect(read.ok && read.value.contents.buffer).toBe(source.buffer);
	});

	test('may lie anywhere within larger memory', () => {
		const read = readDer(bytes('ff ff 02 01 07 ff').subarray(2, 5));
		expect(read.ok && [...read.value.contents]).toEqual([7]);
	});

	test.each([
		['5f 1f 00', 31, 'application'],
		['9f 81 00 00', 128, 'context'],
		['df ff 7f 00', 16_383, 'private'],
	])('with a long tag, %s, is understood', (hex, tagNumber, tagClass) => {
		const read = readDer(bytes(hex));
		expect(read.ok && read.value).toMatchObject({tagNumber, tagClass});
	});

	test.each([127, 128, 255, 256, 65_535, 65_536, 70_000])('of %i bytes is understood', length => {
		const read = readDer(der.octetString(new Uint8Array(length)));
		expect(read.ok && read.value.contentsLength).toBe(length);
	});
});

describe('what is not DER', () => {
	test.each([
		['nothing', '', 'truncated at 0'],
		['a tag alone', '30', 'truncated at 1'],
		['a length that is cut', '30 82 01', 'truncated at 3'],
		['contents that are cut', '30 03 02 01', 'truncated at 0'],
		['a length beyond all bounds', '30 84 ff ff ff ff 00', 'truncated at 0'],
		['a length of eight octets', '30 88 01 00 00 00 00 00 00 00', 'truncated at 1'],
		['the reserved length', '30 ff 00', 'truncated at 1'],
		['an indefinite length', '30 80 00 00', 'indefinite-length at 1'],
		['a long length where a short one would do', '04 81 01 00', 'length-not-minimal at 1'],
		['a length with a leading zero', '04 82 00 80', 'length-not-minimal at 1'],
		['bytes behind', '05 00 00', 'trailing-bytes at 2'],
		['a long tag where a short one would do', '9f 1e 00', 'tag-not-minimal at 0'],
		['a long tag with a leading zero', '9f 80 1f 00', 'tag-not-minimal at 0'],
		['a tag number beyond all bounds', '9f ff ff ff ff 7f 00', 'tag-not-minimal at 0'],
		['a string in pieces', '24 04 04 02 01 02', 'wrong-form at 0'],
		['a sequence marked as simple', '10 00', 'wrong-form at 0'],
		['an end-of-contents mark', '00 00', 'wrong-form at 0'],
	])('%s is told with its place', (_what, hex, fault) => {
		expect(faultOf(hex)).toBe(fault);
	});

	test('the message names the byte', () => {
		const read = readDer(bytes('30 80 00 00'));
		expect(!read.ok && read.problem.message).toBe(
			'A length is indefinite, which BER allows and DER does not, at byte 1',
		);
	});

	test('faults inside are found when the inside is read, at their place in the whole', () => {
		const read = readDer(bytes('30 05 05 00 02 05 00'));
		const children = read.ok ? read.value.children() : undefined;
		expect(children?.ok === false && children.problem).toMatchObject({fault: 'truncated', offset: 4});
	});

	test('an element without others inside has no children', () => {
		const read = readDer(bytes('02 01 05'));
		const children = read.ok ? read.value.children() : undefined;
		expect(children?.ok === false && children.problem.fault).toBe('unexpected');
	});
});

describe('hostile bytes', () => {
	test('never make it throw', () => {
		void fc.assert(
			fc.property(fc.uint8Array({maxLength: 200}), random => {
				const read = readDer(random);
				if (read.ok) {
					walk(read.value);
				} else {
					expect(read.problem.offset).toBeLessThanOrEqual(random.length);
				}
			}),
			{numRuns: 5000},
		);
	});

	test('that nest without end are refused at a depth, not by the stack', () => {
		let nested = der.sequence();
		for (let level = 1; level <= 200; level += 1) {
			nested = der.sequence(nested);
		}

		const read = readDer(nested);
		expect(read.ok && walk(read.value)).toBe('too-deep');
	});

	test('that nest within bounds are read', () => {
		let nested = der.sequence();
		for (let level = 1; level < MAX_DEPTH; level += 1) {
			nested = der.sequence(nested);
		}

		const read = readDer(nested);
		expect(read.ok && walk(read.value)).toBe(MAX_DEPTH);
	});

	test.each([
		['flat', flat],
		['nested', nested],
	])('cost work in proportion to their number when %s', (_shape, make) => {
		const [small, large] = [countReads(make(1000)), countReads(make(10_000))];
		expect(large).toBeLessThan(small * 11);
		expect(large).toBeLessThan(make(10_000).length * 8);
	});
});

function flat(count: number): Uint8Array {
	return der.sequence(...Array.from({length: count}, () => bytes('05 00')));
}

function nested(count: number): Uint8Array {
	const deep = Array.from({length: 40}).reduce<Uint8Array>(inner => der.sequence(inner), der.nil());
	return der.sequence(...Array.from({length: count / 20}, () => deep));
}

/** How often a byte is looked at while everything is read. */
function countReads(source: Uint8Array): number {
	let reads = 0;
	const counting = new Proxy(source, {
		get(target, key) {
			if (typeof key === 'string' && /^\d+$/.test(key)) {
				reads += 1;
			}

			const value: unknown = Reflect.get(target, key, target);
			return typeof value === 'function' ? value.bind(target) : value;
		},
	});
	const read = readDer(counting);
	expect(read.ok && typeof walk(read.value)).toBe('number');
	return reads;
}
