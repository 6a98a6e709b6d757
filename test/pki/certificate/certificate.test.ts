import {X509Certificate} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {Certificate, MAX_CERTIFICATE_BYTES} from '../../../src/pki/certificate/certificate.ts';
import {readPem} from '../../../src/pki/intake/pem.ts';
import {issueForTest, pki} from '../../support/certificates.ts';
import * as der from '../../support/der.ts';
import {vectorFile} from '../../support/vectors.ts';

function vector(name: string): Certificate {
	const [block] = readPem(readFileSync(vectorFile(`${name}-certificate.pem`))).blocks;
	const read = Certificate.read(block?.der ?? new Uint8Array());
	if (!read.ok) {
		throw new Error(read.problem.message);
	}

	return read.value;
}

describe('the certificates of the published vectors', () => {
	test.each([
		[
			'ec',
			'CN=vector-ec,O=Vector',
			'CN=Vector Issuing,O=Vector',
			'008d3c5f0a1b2c4d6e7f8090a1b2c3d4e5',
			'187734612846788853450270168077580883173',
			'd15d0f34e4640e2a48a5fe841bbedcd38e1a73fdf668baef0d2ca94b1231a83c',
		],
		[
			'rsa',
			'CN=vector-rsa,O=Vector',
			'CN=Vector Root,O=Vector',
			'1000',
			'4096',
			'623e16b7d21370ce824f6cf33b29774c71bf343713e2b20ad21ebcba03e5822f',
		],
		[
			'issuing',
			'CN=Vector Issuing,O=Vector',
			'CN=Vector Root,O=Vector',
			'02',
			'2',
			'39ee4dcd4291b449eb43d5eb4ec6926b7f5271c76007a1cb7c6a3196b1869420',
		],
	])('%s: names, serial and fingerprint', (name, subject, issuer, hex, decimal, fingerprint) => {
		const certificate = vector(name);
		expect(certificate.subject.text).toBe(subject);
		expect(certificate.issuer.text).toBe(issuer);
		expect(certificate.serial).toMatchObject({hex, decimal, value: BigInt(decimal)});
		expect(certificate.fingerprint).toBe(fingerprint);
		expect(certificate.encodingProblems).toEqual([]);
	});

	test('the end-entity certificate: what it may be used for', () => {
		const {version, basicConstraints, keyUsage, extendedKeyUsage, publicKey, validity, isSelfIssued} = vector('ec');
		expect(version).toBe(3);
		expect(basicConstraints).toEqual({state: 'present', isCritical: true, value: {isCa: false}});
		expect(keyUsage).toEqual({state: 'present', isCritical: true, value: ['digitalSignature']});
		expect(extendedKeyUsage).toEqual({state: 'absent'});
		expect(publicKey).toMatchObject({kind: 'ec', ec: {curve: 'p256', hasExplicitParameters: false}});
		expect(validity).toEqual({notBefore: new Date('2026-01-01'), notAfter: new Date('2036-01-01')});
		expect(isSelfIssued).toBe(false);
	});

	test('the root: what it may sign', () => {
		const {basicConstraints, keyUsage, isSelfIssued} = vector('root');
		expect(basicConstraints).toEqual({state: 'present', isCritical: true, value: {isCa: true, pathLength: 1}});
		expect(keyUsage).toEqual({state: 'present', isCritical: true, value: ['keyCertSign', 'cRLSign']});
		expect(isSelfIssued).toBe(true);
	});

	test('read the same in Node', () => {
		for (const name of ['ec', 'rsa', 'issuing', 'root']) {
			const [ours, node] = [vector(name), new X509Certificate(readFileSync(vectorFile(`${name}-certificate.pem`)))];
			expect(ours.fingerprint).toBe(node.fingerprint256.replaceAll(':', '').toLowerCase());
			expect(ours.serial.hex.replace(/^00(?=..)/, '')).toBe(node.serialNumber.toLowerCase());
			expect(ours.validity.notAfter).toEqual(new Date(node.validTo));
			expect(ours.publicKey.der).toEqual(new Uint8Array(node.publicKey.export({type: 'spki', format: 'der'})));
			expect(ours.toPem()).toBe(node.toString());
		}
	});
});

describe('a certificate', () => {
	test('keeps what is signed, the signature, and both algorithms', async () => {
		const {certificate, der: bytes} = await issueForTest({
			outerAlgorithm: der.sequence(der.oid('1.2.840.113549.1.1.11'), der.nil()),
		});
		expect(certificate.der).toBe(bytes);
		expect(certificate.tbs[0]).toBe(0x30);
		expect(Buffer.from(bytes).includes(Buffer.from(certificate.tbs))).toBe(true);
		expect(certificate.signature.at(0)).toBe(0x30);
		expect(certificate.tbsSignatureAlgorithm.name).toBe('ecdsa-with-SHA256');
		expect(certificate.tbsSignatureAlgorithm.parameters).toBeUndefined();
		expect(certificate.signatureAlgorithm.name).toBe('sha256WithRSAEncryption');
		expect(certificate.signatureAlgorithm.parameters?.identifier).toBe(0x05);
	});

	test('keeps extensions in order, duplicates and unknown ones too, and then relies on neither of the twins', async () => {
		const {certificate} = await issueForTest({
			moreExtensions: [
				der.extension('1.2.3.4', false, Uint8Array.of(1)),
				der.extension('2.5.29.15', false, der.bitString(7, Uint8Array.of(0x80))),
			],
		});
		const oids = certificate.extensions.map(({oid, isCritical}) => `${oid} ${isCritical}`);
		expect(oids.slice(-2)).toEqual(['1.2.3.4 false', '2.5.29.15 false']);
		expect(oids.filter(text => text.startsWith('2.5.29.15'))).toEqual(['2.5.29.15 true', '2.5.29.15 false']);
		expect(certificate.extensions.at(-2)?.value).toEqual(Uint8Array.of(1));
		expect(certificate.keyUsage).toMatchObject({state: 'malformed', isCritical: true});
	});

	test('of version 1 has no extensions', async () => {
		const {certificate} = await issueForTest({version: 1});
		expect(certificate).toMatchObject({version: 1, extensions: []});
		expect(certificate.keyUsage).toEqual({state: 'absent'});
	});

	test('may have a negative or a padded serial number', async () => {
		const negative = (await issueForTest({serial: Uint8Array.of(0xff, 0x7f)})).certificate;
		expect(negative.serial).toMatchObject({hex: 'ff7f', value: -129n, decimal: '65407'});
		const padded = (await issueForTest({serial: Uint8Array.of(0, 0, 1)})).certificate;
		expect(padded.serial).toMatchObject({hex: '000001', value: 1n, decimal: '1'});
		expect(padded.encodingProblems).toHaveLength(1);
	});

	test('is read from memory that holds more than it', async () => {
		const {endEntity} = await pki();
		const memory = Buffer.concat([new Uint8Array(7), endEntity.der, new Uint8Array(9)]);
		const read = Certificate.read(memory.subarray(7, memory.length - 9));
		expect(read.ok && read.value.fingerprint).toBe(endEntity.certificate.fingerprint);
		expect(read.ok && read.value.serial.hex).toBe(endEntity.certificate.serial.hex);
	});
});

describe('deviations that can be read past', () => {
	test('are told by their place', async () => {
		const {certificate} = await issueForTest({
			basicConstraints: der.sequence(der.boolean(0)),
			keyUsage: der.bitString(0, Uint8Array.of(0x80)),
			subjectAlternativeName: der.sequence(),
			moreExtensions: [der.sequence(der.oid('1.2.3.4'), der.boolean(0), der.octetString(Uint8Array.of(1)))],
		});
		expect(certificate.encodingProblems.map(({message}) => message.replace(/, at byte \d+$/, ''))).toEqual([
			'basicConstraints spells out that cA is false, which DER leaves out',
			'keyUsage ends in zero bits, which DER leaves out',
			'the alternative name is empty',
			'An extension says that it is not critical, which DER leaves out',
		]);
		const offsets = certificate.encodingProblems.map(({offset}) => offset);
		expect(offsets).toEqual(offsets.toSorted((one, other) => one - other));
	});

	test('include a spelled-out version 1 and times of the wrong kind', () => {
		const name = der.sequence(der.set(der.sequence(der.oid('2.5.4.3'), der.utf8String('a'))));
		const algorithm = der.sequence(der.oid('1.2.840.10045.4.3.2'));
		const validity = der.sequence(der.generalizedTime('20260101000000Z'), der.utcTime('2701010000Z'));
		const spki = der.sequence(der.sequence(der.oid('1.3.101.112')), der.bitString(0, new Uint8Array(32)));
		const version = der.tlv(0xa0, der.integer(0));
		const uniqueIdentifiers = [der.tlv(0x81, Uint8Array.of(0, 1)), der.tlv(0x82, Uint8Array.of(0, 2))];
		const tbs = der.sequence(
			version,
			der.integer(1),
			algorithm,
			name,
			validity,
			name,
			spki,
			...uniqueIdentifiers,
			der.tlv(0xa3, der.sequence()),
		);
		const read = Certificate.read(der.sequence(tbs, algorithm, der.bitString(0, Uint8Array.of(1))));
		const certificate = read.ok ? read.value : undefined;
		expect(certificate?.version).toBe(1);
		expect(certificate?.encodingProblems.map(({message}) => message.replace(/, at byte \d+$/, ''))).toEqual([
			'The certificate spells out version 1, which DER leaves out',
			'notBefore lies before 2050 and should be a UTCTime',
			'notAfter should be written to the second and end with Z',
			'The list of extensions is there but empty',
		]);
	});
});

describe('what is no certificate', () => {
	test.each([
		['nothing', new Uint8Array(), 'truncated'],
		['text', Buffer.from('-----BEGIN CERTIFICATE-----'), 'wrong-form'],
		['an empty sequence', der.sequence(), 'unexpected'],
		['a number', der.integer(1), 'unexpected'],
		['more than a megabyte', new Uint8Array(MAX_CERTIFICATE_BYTES + 1), 'bad-value'],
	])('%s is told', (_what, bytes, fault) => {
		const read = Certificate.read(bytes);
		expect(!read.ok && read.problem.fault).toBe(fault);
	});

	test('BER with an indefinite length is told with its place', async () => {
		const {endEntity} = await pki();
		const contents = endEntity.der.subarray(4);
		const read = Certificate.read(Buffer.concat([Uint8Array.of(0x30, 0x80), contents, Uint8Array.of(0, 0)]));
		expect(!read.ok && read.problem).toMatchObject({fault: 'indefinite-length', offset: 1});
	});

	test('BER with a padded length is told with its place', async () => {
		const {endEntity} = await pki();
		const read = Certificate.read(
			Buffer.concat([Uint8Array.of(0x30, 0x83, 0), endEntity.der.subarray(2, 4), endEntity.der.subarray(4)]),
		);
		expect(!read.ok && read.problem).toMatchObject({fault: 'length-not-minimal', offset: 1});
	});

	test('a certificate with something behind it is told', async () => {
		const {endEntity} = await pki();
		const read = Certificate.read(Buffer.concat([endEntity.der, Uint8Array.of(0)]));
		expect(!read.ok && read.problem).toMatchObject({fault: 'trailing-bytes', offset: endEntity.der.length});
	});

	test('a serial number of megabytes is told rather than turned into decimal', () => {
		const tbs = der.sequence(der.integer(...new Uint8Array(5000).fill(0x11)));
		const read = Certificate.read(der.sequence(tbs, der.sequence(), der.bitString(0, new Uint8Array())));
		expect(!read.ok && read.problem.message).toContain('A serial number of more than 4096 bytes is not read');
	});
});
