import {isIPv6} from 'node:net';
import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {attemptDer, type DerProblem, readDer} from '../../../src/pki/der/der.ts';
import {ipText, readGeneralNames} from '../../../src/pki/names/general-name.ts';
import * as der from '../../support/der.ts';

function read(...names: readonly Uint8Array[]) {
	const notes: DerProblem[] = [];
	const element = readDer(der.sequence(...names));
	const value = element.ok
		? attemptDer(() => readGeneralNames(element.value, 'it', problem => notes.push(problem)))
		: element;
	return value.ok
		? {names: value.value, notes: notes.map(({message}) => message)}
		: {problem: value.problem.message, notes: []};
}

describe('general names', () => {
	test('of every kind are read', () => {
		const directory = der.sequence(der.set(der.sequence(der.oid('2.5.4.3'), der.utf8String('host'))));
		const {names, notes} = read(
			der.tlv(0x82, Buffer.from('host.example.com')),
			der.tlv(0x86, Buffer.from('spiffe://example.com/a')),
			der.tlv(0x81, Buffer.from('a@example.com')),
			der.tlv(0x87, Uint8Array.of(192, 0, 2, 1)),
			der.tlv(0xa4, directory),
			der.tlv(0xa0, der.oid('1.2.3'), der.tlv(0xa0, der.utf8String('x'))),
			der.tlv(0x88, Uint8Array.of(0x2a)),
		);
		expect(notes).toEqual([]);
		expect(names?.slice(0, 4)).toEqual([
			{kind: 'dns', value: 'host.example.com'},
			{kind: 'uri', value: 'spiffe://example.com/a'},
			{kind: 'email', value: 'a@example.com'},
			{kind: 'ip', value: '192.0.2.1', bytes: Uint8Array.of(192, 0, 2, 1)},
		]);
		const [directoryName, ...others] = names?.slice(4) ?? [];
		expect(directoryName?.kind === 'directoryName' && directoryName.value.text).toBe('CN=host');
		expect(others.map(name => [name.kind, name.kind === 'other' && name.tag])).toEqual([
			['other', 0],
			['other', 8],
		]);
	});

	test('must be one at least', () => {
		expect(read()).toEqual({names: [], notes: ['it is empty, at byte 0']});
	});

	test('that are no ASCII are read and noted', () => {
		expect(read(der.tlv(0x82, Uint8Array.of(0xe9)))).toEqual({
			names: [{kind: 'dns', value: 'é'}],
			notes: ['A name in it holds bytes above 0x7f, which its type does not have, at byte 2'],
		});
	});

	test('with an address of five bytes are read and noted', () => {
		const {names, notes} = read(der.tlv(0x87, Uint8Array.of(1, 2, 3, 4, 5)));
		expect(names).toEqual([{kind: 'ip', value: '#0102030405', bytes: Uint8Array.of(1, 2, 3, 4, 5)}]);
		expect(notes).toEqual(['it holds an IP address that is not 4 or 16 bytes long, at byte 2']);
	});

	test.each([
		['a kind that does not exist', der.tlv(0x89)],
		['another class of tag', der.utf8String('a')],
		['a directory name that is none', der.tlv(0xa4, der.nil())],
		['a directory name with something behind', der.tlv(0xa4, der.sequence(), der.nil())],
	])('with %s cannot be read', (_what, name) => {
		expect(read(name).problem).toMatch(/at byte \d+$/);
	});
});

describe('an address as text', () => {
	test.each([
		['00000000000000000000000000000000', '::'],
		['00000000000000000000000000000001', '::1'],
		['20010db8000000000000000000000001', '2001:db8::1'],
		['20010db8000100000000000000000000', '2001:db8:1::'],
		['20010db8000000010001000100010001', '2001:db8:0:1:1:1:1:1'],
		['20010000000000010000000000000001', '2001:0:0:1::1'],
		['20010db8000000000001000000000001', '2001:db8::1:0:0:1'],
		['ffffffffffffffffffffffffffffffff', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
	])('of %s is %s', (hex, text) => {
		expect(ipText(Buffer.from(hex, 'hex'))).toBe(text);
	});

	test('is one that Node understands', () => {
		void fc.assert(
			fc.property(fc.array(fc.constantFrom(0, 0, 1, 255), {minLength: 16, maxLength: 16}), octets => {
				expect(isIPv6(ipText(Uint8Array.from(octets)))).toBe(true);
			}),
		);
	});
});
