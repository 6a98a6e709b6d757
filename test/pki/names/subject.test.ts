import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {attemptDer, readOnlyElement} from '../../../src/pki/der/der.ts';
import {distinguishedNameText, readName} from '../../../src/pki/names/names.ts';
import {encodeSubject, issuingSubjectOf} from '../../../src/pki/names/subject.ts';

const invalid = (message: string) =>
	expect.objectContaining({code: 'SUBJECT_INVALID', message: expect.stringContaining(message)});

function readBack(der: Uint8Array) {
	const name = attemptDer(() =>
		readName(readOnlyElement(der), 'The name', () => {
			throw new Error('the reader found fault with what was written');
		}),
	);
	if (!name.ok) {
		throw new Error(name.problem.message);
	}

	return name.value;
}

describe('a subject', () => {
	test.each([
		['CN=host.example.com,O=Example'],
		['CN=host+UID=7,OU=Build\\, and test,O=Example,ST=Hessen,L=Frankfurt,C=DE'],
		['CN=Jürgen 名前'],
		['CN=host,DC=example,DC=com'],
		[`CN=${'x'.repeat(64)}`],
	])('%s is encoded so that it is read back alike', text => {
		expect(readBack(encodeSubject(text)).text).toBe(text);
	});

	test('has its country and mail address in the types that they need', () => {
		const [country, mail, name] = readBack(encodeSubject('CN=a,1.2.840.113549.1.9.1=a@example.com,C=DE')).rdns.flat();

		expect([country?.tag, mail?.tag, name?.tag]).toEqual([0x13, 0x16, 0x0c]);
	});

	test.each([
		['', 'it is empty'],
		['   ', 'it is empty'],
		['CN=', 'CN has no value'],
		[`CN=${'x'.repeat(65)}`, 'CN has 65 characters, and 64 are the most'],
		[`O=${'é'.repeat(65)},CN=a`, 'O has 65 characters'],
		['CN=a\u0007b', 'holds characters that cannot be seen: a\\u{7}b'],
		['CN=a\\0Ab', 'cannot be seen'],
		['CN=a\u202eb', 'cannot be seen'],
		['CN=a,C=Germany', 'C has 7 characters'.replace('C has 7 characters', 'C takes two capital letters')],
		['CN=a,C=de', 'C takes two capital letters'],
		['CN=a,serialNumber=ü', 'serialNumber holds characters'],
		['host.example.com', 'is not of the form TYPE=value'],
		['NOPE=x', 'not a known attribute type'],
		['CN=#0500', 'is not text'],
	])('%j is refused', (text, reason) => {
		expect(() => encodeSubject(text)).toThrow(invalid(reason));
	});

	test('of any printable text comes back as it was', () => {
		const value = fc
			.string({unit: 'grapheme', minLength: 1, maxLength: 20})
			.filter(text => !/[\p{C}\p{Zl}\p{Zp}\u061C\u200B-\u200F\u2060-\u2069]/u.test(text) && [...text].length <= 64);
		fc.assert(
			fc.property(value, value, (commonName, organization) => {
				const text = distinguishedNameText([
					[{oid: '2.5.4.10', shortName: 'O', value: organization}],
					[{oid: '2.5.4.3', shortName: 'CN', value: commonName}],
				]);
				const name = readBack(encodeSubject(text));
				expect([name.first('CN'), name.first('O')]).toEqual([commonName, organization]);
			}),
		);
	});
});

test.each([
	['CN=Build CA,O=Example', 'CN=Build CA issuing,O=Example'],
	['O=Example,CN=Build\\, CA', 'O=Example,CN=Build\\, CA issuing'],
	['O=Example', 'O=Example'],
])('the issuing CA below %s is %s', (root, issuing) => {
	expect(issuingSubjectOf(root)).toBe(issuing);
});
