import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {type DerProblem, readDer} from '../../../src/pki/der/der.ts';
import {isString, readString} from '../../../src/pki/der/der-strings.ts';
import * as der from '../../support/der.ts';

function read(bytes: Uint8Array) {
	const notes: DerProblem[] = [];
	const element = readDer(bytes);
	const text = element.ok ? readString(element.value, 'It', problem => notes.push(problem)) : undefined;
	return {text, notes: notes.map(({message}) => message.replace(/, at byte \d+$/, ''))};
}

function wide(...units: readonly number[]): Uint8Array {
	return Uint8Array.from(units.flatMap(unit => [unit >> 8, unit & 0xff]));
}

describe('text', () => {
	test.each([
		['UTF-8', der.utf8String('größe 東京 🜂'), 'größe 東京 🜂'],
		['a printable string', der.printableString('Example (1)'), 'Example (1)'],
		['ASCII', der.ia5String('a@example.com'), 'a@example.com'],
		['T.61 taken for Latin-1', der.tlv(0x14, Uint8Array.of(0x67, 0xf6)), 'gö'],
		['16 bits wide', der.tlv(0x1e, wide(0x6771, 0x4eac)), '東京'],
		['32 bits wide', der.tlv(0x1c, wide(0x0001, 0xf702)), '🜂'],
		['nothing', der.utf8String(''), ''],
	])('in %s is read', (_type, bytes, text) => {
		expect(read(bytes)).toEqual({text, notes: []});
	});

	test('in UTF-8 may hold the replacement character itself', () => {
		expect(read(der.utf8String('a\u{fffd}'))).toEqual({text: 'a\u{fffd}', notes: []});
	});

	test.each([
		['UTF-8 that is broken', der.tlv(0x0c, Uint8Array.of(0x61, 0xff)), 'a\u{fffd}', 'It is not valid UTF-8'],
		[
			'an asterisk in a printable string',
			der.printableString('*.a'),
			'*.a',
			'It holds characters that a PrintableString does not have',
		],
		[
			'a high byte in ASCII',
			der.tlv(0x16, Uint8Array.of(0xe9)),
			'é',
			'It holds bytes above 0x7f, which its type does not have',
		],
		['half a character', der.tlv(0x1e, Uint8Array.of(0, 0x61, 0)), 'a', 'It holds characters that do not exist'],
		['a lone surrogate', der.tlv(0x1e, wide(0x61, 0xd800)), 'a\u{fffd}', 'It holds characters that do not exist'],
		[
			'a number beyond Unicode',
			der.tlv(0x1c, wide(0x7fff, 0xffff)),
			'\u{fffd}',
			'It holds characters that do not exist',
		],
	])('with %s is read as well as can be, and noted', (_fault, bytes, text, note) => {
		expect(read(bytes)).toEqual({text, notes: [note]});
	});

	test('from any bytes of any type is well formed', () => {
		const type = fc.constantFrom(0x0c, 0x12, 0x13, 0x14, 0x16, 0x1a, 0x1c, 0x1e);
		void fc.assert(
			fc.property(type, fc.uint8Array({maxLength: 40}), (tag, contents) => {
				const {text} = read(der.tlv(tag, contents));
				expect(/\p{Cs}/u.test(text ?? '\u{d800}')).toBe(false);
			}),
		);
	});
});

test('numbers and sequences are not text', () => {
	for (const bytes of [der.integer(1), der.sequence(), der.octetString(Uint8Array.of(0x61))]) {
		const element = readDer(bytes);
		expect(element.ok && isString(element.value)).toBe(false);
	}
});
