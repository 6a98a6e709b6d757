import {describe, expect, test} from 'vitest';
import {decodedValue, KEY_USAGES, type KeyUsage} from '../../../src/pki/certificate/certificate.ts';
import {type DiffersBy, issueForTest} from '../../support/certificates.ts';
import * as der from '../../support/der.ts';

async function read(differsBy: DiffersBy) {
	const {certificate} = await issueForTest(differsBy);
	return {certificate, notes: certificate.encodingProblems.map(({message}) => message.replace(/, at byte \d+$/, ''))};
}

describe('keyUsage', () => {
	test.each(KEY_USAGES.map(usage => [usage]))('%s alone is read', async usage => {
		const {certificate, notes} = await read({keyUsage: [usage]});
		expect(decodedValue(certificate.keyUsage)).toEqual([usage]);
		expect(notes).toEqual([]);
	});

	test('all together is read', async () => {
		const all: readonly KeyUsage[] = KEY_USAGES;
		const {certificate, notes} = await read({keyUsage: all});
		expect(decodedValue(certificate.keyUsage)).toEqual(all);
		expect(notes).toEqual([]);
	});

	test('that allows nothing is read and noted', async () => {
		const {certificate, notes} = await read({keyUsage: der.bitString(0, new Uint8Array())});
		expect(decodedValue(certificate.keyUsage)).toEqual([]);
		expect(notes).toContain('keyUsage allows nothing');
	});

	test('with bits that nobody defined keeps the others', async () => {
		const {certificate} = await read({keyUsage: der.bitString(0, Uint8Array.of(0x80, 0x01))});
		expect(decodedValue(certificate.keyUsage)).toEqual(['digitalSignature']);
	});
});

describe('basicConstraints', () => {
	test.each([
		['nothing in it', der.sequence(), {isCa: false}, []],
		['cA', der.sequence(der.boolean(0xff)), {isCa: true}, []],
		['cA written as 1', der.sequence(der.boolean(1)), {isCa: true}, ['cA is true but not written as 0xff']],
		['a path length', der.sequence(der.boolean(0xff), der.integer(3)), {isCa: true, pathLength: 3}, []],
		['a path length alone', der.sequence(der.integer(0)), {isCa: false, pathLength: 0}, []],
	])('with %s is read', async (_what, basicConstraints, value, expected) => {
		const {certificate, notes} = await read({basicConstraints});
		expect(decodedValue(certificate.basicConstraints)).toEqual(value);
		expect(notes).toEqual(expected);
	});

	test.each([
		['a negative path length', der.sequence(der.boolean(0xff), der.integer(0xff))],
		['something behind', der.sequence(der.boolean(0xff), der.integer(0), der.nil())],
		['bytes behind', Buffer.concat([der.sequence(), Uint8Array.of(0)])],
		['another order', der.sequence(der.integer(0), der.boolean(0xff))],
		['no bytes', new Uint8Array()],
	])('with %s is malformed', async (_what, basicConstraints) => {
		const {certificate} = await read({basicConstraints});
		expect(certificate.basicConstraints).toMatchObject({state: 'malformed', isCritical: true});
	});
});

describe('key identifiers', () => {
	test('are read as hex', async () => {
		const {certificate} = await read({
			subjectKeyIdentifier: der.octetString(Uint8Array.of(0x0a, 0xff)),
			authorityKeyIdentifier: der.sequence(
				der.tlv(0x80, Uint8Array.of(1, 2)),
				der.tlv(0xa1, der.tlv(0x82, Buffer.from('example.com'))),
				der.tlv(0x82, Uint8Array.of(0, 0x99)),
			),
		});
		expect(decodedValue(certificate.subjectKeyIdentifier)).toBe('0aff');
		expect(decodedValue(certificate.authorityKeyIdentifier)).toEqual({
			keyIdentifier: '0102',
			issuer: [{kind: 'dns', value: 'example.com'}],
			serial: '0099',
		});
	});

	test('of an authority may say nothing', async () => {
		const {certificate} = await read({authorityKeyIdentifier: der.sequence()});
		expect(certificate.authorityKeyIdentifier).toEqual({state: 'present', isCritical: false, value: {}});
	});

	test('that are empty where a serial number is due are malformed', async () => {
		const {certificate} = await read({authorityKeyIdentifier: der.sequence(der.tlv(0x82))});
		expect(certificate.authorityKeyIdentifier.state).toBe('malformed');
	});
});

test('extendedKeyUsage is read as identifiers, and noted when empty', async () => {
	const {certificate} = await read({extendedKeyUsage: ['1.3.6.1.5.5.7.3.2', '1.2.3.4']});
	expect(decodedValue(certificate.extendedKeyUsage)).toEqual(['1.3.6.1.5.5.7.3.2', '1.2.3.4']);
	expect((await read({extendedKeyUsage: der.sequence()})).notes).toEqual(['extendedKeyUsage is empty']);
});

test('the alternative name is read', async () => {
	const {certificate} = await read({subjectAlternativeName: [{dns: 'a.example.com'}, {ip: '192.0.2.7'}]});
	expect(decodedValue(certificate.subjectAlternativeName)).toEqual([
		{kind: 'dns', value: 'a.example.com'},
		{kind: 'ip', value: '192.0.2.7', bytes: Uint8Array.of(192, 0, 2, 7)},
	]);
});
