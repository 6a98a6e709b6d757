import {describe, expect, test} from 'vitest';
import * as der from '../../support/der.ts';
import {readNameForTest} from '../../support/read-name.ts';

const cn = (value: Uint8Array) => der.sequence(der.oid('2.5.4.3'), value);
const ou = (value: string) => der.sequence(der.oid('2.5.4.11'), der.utf8String(value));

describe('a name', () => {
	const bytes = der.sequence(
		der.set(der.sequence(der.oid('2.5.4.10'), der.printableString('Example'))),
		der.set(ou('Security')),
		der.set(ou('Engineering')),
		der.set(cn(der.utf8String('host'))),
	);
	const {name, notes} = readNameForTest(bytes);

	test('is written with the last part first', () => {
		expect(name.text).toBe('CN=host,OU=Engineering,OU=Security,O=Example');
		expect(notes).toEqual([]);
	});

	test('gives values in the order of the certificate', () => {
		expect(name.first('OU')).toBe('Security');
		expect(name.all('OU')).toEqual(['Security', 'Engineering']);
		expect(name.first('L')).toBeUndefined();
		expect(name.all('L')).toEqual([]);
	});

	test('keeps its bytes, and says with which type each value is written', () => {
		expect(name.der).toEqual(bytes);
		expect(name.rdns.flat().map(({oid, shortName, tag, value}) => [oid, shortName, tag, value])).toEqual([
			['2.5.4.10', 'O', 0x13, 'Example'],
			['2.5.4.11', 'OU', 0x0c, 'Security'],
			['2.5.4.11', 'OU', 0x0c, 'Engineering'],
			['2.5.4.3', 'CN', 0x0c, 'host'],
		]);
	});

	test('without parts is empty', () => {
		const {name: empty} = readNameForTest(der.sequence());
		expect([empty.isEmpty, empty.text]).toEqual([true, '']);
		expect(name.isEmpty).toBe(false);
	});

	test('of an unknown type is written with the identifier and the hex of its value', () => {
		const {name: odd} = readNameForTest(der.sequence(der.set(der.sequence(der.oid('1.2.3.4'), der.utf8String('a,b')))));
		expect(odd.text).toBe('1.2.3.4=#0c03612c62');
		expect(odd.rdns[0]?.[0]?.value).toBe('a,b');
	});

	test('with a value that is no text is written with its hex', () => {
		const {name: odd} = readNameForTest(der.sequence(der.set(cn(der.integer(5)))));
		expect([odd.text, odd.first('CN')]).toEqual(['CN=#020105', '#020105']);
	});

	test('with several values in one part joins them by plus', () => {
		const {name: multi, notes: none} = readNameForTest(der.sequence(der.set(cn(der.utf8String('a')), ou('b'))));
		expect(multi.text).toBe('CN=a+OU=b');
		expect(none).toEqual([]);
	});

	test('whose set is not sorted is noted', () => {
		const {notes: unsorted} = readNameForTest(der.sequence(der.set(ou('b'), cn(der.utf8String('a')))));
		expect(unsorted.map(({message}) => message)).toEqual([
			expect.stringContaining('has a set whose members are not sorted'),
		]);
	});
});

test.each([
	['a set', der.set()],
	['a part that is no set', der.sequence(der.sequence())],
	['an empty part', der.sequence(der.set())],
	['an attribute without value', der.sequence(der.set(der.sequence(der.oid('2.5.4.3'))))],
	['an attribute with two values', der.sequence(der.set(der.sequence(der.oid('2.5.4.3'), der.nil(), der.nil())))],
	['a type that is no identifier', der.sequence(der.set(der.sequence(der.integer(1), der.nil())))],
])('%s is no name', (_what, bytes) => {
	expect(() => readNameForTest(bytes)).toThrow(/at byte \d+$/);
});
