import {spawnSync} from 'node:child_process';
import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {distinguishedNameText, parseDistinguishedName} from '../../../src/pki/names/distinguished-name-text.ts';
import * as der from '../../support/der.ts';
import {isPresent} from '../../support/judges.ts';
import {readNameForTest} from '../../support/read-name.ts';

/** The values of a text in the order of the encoding, each with the name of its type; or what is wrong with it. */
function parsed(text: string): unknown {
	const name = parseDistinguishedName(text);
	return name.ok
		? name.value.map(rdn => rdn.map(({shortName, oid, value}) => `${shortName ?? oid}=${value}`))
		: name.problem.message;
}

describe('text as RFC 4514, section 4, shows it', () => {
	test.each([
		['UID=jsmith,DC=example,DC=net', [['DC=net'], ['DC=example'], ['UID=jsmith']]],
		['OU=Sales+CN=J.  Smith,DC=example,DC=net', [['DC=net'], ['DC=example'], ['OU=Sales', 'CN=J.  Smith']]],
		[
			String.raw`CN=James \"Jim\" Smith\, III,DC=example,DC=net`,
			[['DC=net'], ['DC=example'], ['CN=James "Jim" Smith, III']],
		],
		[String.raw`CN=Before\0dAfter,DC=example,DC=net`, [['DC=net'], ['DC=example'], ['CN=Before\rAfter']]],
		['1.3.6.1.4.1.1466.0=#04024869', [['1.3.6.1.4.1.1466.0=#04024869']]],
		[String.raw`CN=Lu\C4\8Di\C4\87`, [['CN=Lučić']]],
	])('%s is parsed', (text, expected) => {
		expect(parsed(text)).toEqual(expected);
	});
});

describe('text that people type', () => {
	test.each([
		['', []],
		['  ', []],
		['cn=host, o=Example', [['O=Example'], ['CN=host']]],
		['commonName=host', [['CN=host']]],
		['OID.2.5.4.3=host', [['CN=host']]],
		['2.5.4.3=host', [['CN=host']]],
		['CN = host ', [['CN=host']]],
		[String.raw`CN=host\ `, [['CN=host ']]],
		[String.raw`CN=a\\`, [['CN=a\\']]],
		[String.raw`CN=\#1`, [['CN=#1']]],
		['CN=', [['CN=']]],
		['CN=a=b', [['CN=a=b']]],
		['CN=#0c0161', [['CN=a']]],
		['emailAddress=a@example.com', [['emailAddress=a@example.com']]],
	])('%j is parsed', (text, expected) => {
		expect(parsed(text)).toEqual(expected);
	});

	test.each([
		['host', '"host" is not of the form TYPE=value, such as CN=host'],
		['CN=host,', '"" is not of the form TYPE=value, such as CN=host'],
		['CN=host,,O=Example', '"" is not of the form TYPE=value, such as CN=host'],
		['=host', '"=host" is not of the form TYPE=value, such as CN=host'],
		['Common Name=host', '"Common Name=host" is not of the form TYPE=value, such as CN=host'],
		['XYZ=host', '"XYZ" is not a known attribute type; write its object identifier instead'],
		['CN="host"', '""host"" holds a bare """: put a backslash before it'],
		['CN=a;O=b', '"a;O=b" holds a bare ";": put a backslash before it'],
		['CN=a\\', '"a\\" has a backslash that escapes nothing; write \\\\ for a backslash'],
		['CN=a\\q', '"a\\q" has a backslash that escapes nothing; write \\\\ for a backslash'],
		['CN=#zz', '"#zz" should be # and the hex of one DER value; write \\# for a literal #'],
		['CN=#0c05', '"#0c05" should be # and the hex of one DER value; write \\# for a literal #'],
		[String.raw`CN=\ff`, String.raw`"\ff" has escaped bytes that are not UTF-8`],
	])('%j is refused with the reason', (text, message) => {
		expect(parsed(text)).toBe(message);
	});

	test('of any kind never throws', () => {
		const pieces = fc.constantFrom('CN', '=', ',', '+', '\\', '#', '"', ' ', 'ff', '2.5', 'é', '\0', ';');
		void fc.assert(
			fc.property(fc.array(pieces, {maxLength: 20}), words => {
				parsed(words.join(''));
			}),
			{numRuns: 2000},
		);
	});

	test('of a megabyte of backslashes or spaces takes no time to speak of', () => {
		for (const filler of ['\\', '\\\\', ' ', ',', 'CN=a,', '#']) {
			parsed(`CN=${filler.repeat(1_000_000 / filler.length)}`);
			parsed(`CN=${filler.repeat(1_000_000 / filler.length)}a`);
		}
	});
});

const shortNames = ['CN', 'O', 'OU', 'L', 'ST', 'C', 'UID', 'DC', 'STREET'];
const value = fc.oneof(
	fc.string({unit: 'grapheme', maxLength: 12}),
	fc.string({unit: fc.constantFrom(...' #\\,+"<>;=\0\n\x7fé '), maxLength: 6}),
);
const attribute = fc.record({shortName: fc.constantFrom(...shortNames), value: value.filter(isWellFormed)});
const rdns = fc.array(fc.array(attribute, {minLength: 1, maxLength: 3}), {maxLength: 4});

function isWellFormed(text: string): boolean {
	return !/\p{Cs}/u.test(text);
}

describe('a name written as text', () => {
	test('is parsed into the same name', () => {
		void fc.assert(
			fc.property(rdns, names => {
				const text = distinguishedNameText(names.map(rdn => rdn.map(pair => ({...pair, oid: '0.0'}))));
				expect(parsed(text)).toEqual(names.map(rdn => rdn.map(pair => `${pair.shortName}=${pair.value}`)));
			}),
			{numRuns: 2000},
		);
	});

	test('stays on one line', () => {
		expect(distinguishedNameText([[{oid: '2.5.4.3', shortName: 'CN', value: ' a\nb\t '}]])).toBe(
			String.raw`CN=\ a\0Ab\09\ `,
		);
	});

	test('from a certificate is parsed into its values', () => {
		const name = fc.array(
			fc.record({oid: fc.constantFrom('2.5.4.3', '2.5.4.10', '1.2.3.4'), value: value.filter(isWellFormed)}),
		);
		void fc.assert(
			fc.property(name, attributes => {
				const bytes = der.sequence(
					...attributes.map(({oid, value: text}) => der.set(der.sequence(der.oid(oid), der.utf8String(text)))),
				);
				const read = readNameForTest(bytes).name;
				const again = parseDistinguishedName(read.text);
				expect(again.ok && again.value.flat().map(pair => [pair.oid, pair.value])).toEqual(
					attributes.map(({oid, value: text}) => [oid, text]),
				);
			}),
		);
	});

	test.runIf(isPresent('openssl'))('is what openssl writes', () => {
		const values = ['host, "the" <first>', ' lead', 'trail ', '#sharp', 'a+b=c;d', 'back\\slash', 'größe'];
		const parts = values.map(text => der.set(der.sequence(der.oid('2.5.4.3'), der.utf8String(text))));
		const name = der.sequence(...parts);
		const key = Buffer.from(
			'3059301306072a8648ce3d020106082a8648ce3d030107034200046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c2964fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5',
			'hex',
		);
		const algorithm = der.sequence(der.oid('1.2.840.10045.4.3.2'));
		const validity = der.sequence(der.utcTime('260101000000Z'), der.utcTime('270101000000Z'));
		const tbs = der.sequence(der.integer(1), algorithm, name, validity, name, key);
		const certificate = der.sequence(tbs, algorithm, der.bitString(0, der.sequence(der.integer(1), der.integer(1))));
		const words = ['x509', '-inform', 'DER', '-noout', '-subject', '-nameopt', 'RFC2253,-esc_msb,utf8'];
		const shown = spawnSync('openssl', words, {input: certificate, encoding: 'utf8'});
		expect(shown.stdout).toBe(`subject=${readNameForTest(name).name.text}\n`);
	});
});
