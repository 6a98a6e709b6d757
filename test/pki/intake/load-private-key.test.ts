import {createHash} from 'node:crypto';
import {beforeAll, describe, expect, test} from 'vitest';
import {keyMatchesCertificate, loadPrivateKey, requireMatchingKey} from '../../../src/pki/intake/load.ts';
import {encodePem} from '../../../src/pki/intake/pem.ts';
import {issueForTest, makeTestKeys, pki, type TestPki} from '../../support/certificates.ts';
import * as der from '../../support/der.ts';
import {makeKeyForms, PASSPHRASE, thrownBy} from '../../support/key-files.ts';

const forms = {ec: makeKeyForms('ec'), rsa: makeKeyForms('rsa')};
const {ec} = forms;
let world: TestPki;

beforeAll(async () => {
	world = await pki();
});

const load = (text: string | Uint8Array, passphrase?: string) => () =>
	loadPrivateKey(Buffer.from(text), 'key.pem', passphrase);

describe.each(['ec', 'rsa'] as const)('a private %s key', kind => {
	const keys = forms[kind];

	test.each([
		['PKCS#8', keys.pkcs8, undefined],
		['its own traditional form', keys.traditional, undefined],
		['encrypted PKCS#8', keys.encrypted, PASSPHRASE],
		['PKCS#8 and a passphrase that is not needed', keys.pkcs8, PASSPHRASE],
		['CRLF and a byte order mark', `\u{feff}${keys.pkcs8.replaceAll('\n', '\r\n')}`, undefined],
		[
			'the parameters of the curve before it',
			`-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n${keys.traditional}`,
			undefined,
		],
	])('in %s is loaded', (_form, text, passphrase) => {
		const key = load(text, passphrase)();
		expect(key.type).toBe('private');
		expect(key.equals(keys.privateKey)).toBe(true);
	});
});

describe('a file without a key to load', () => {
	const convert = ['openssl pkcs8 -topk8 -v2 aes-256-cbc -in key.pem -out key.pem.new'];

	test('that is encrypted asks for the passphrase', () => {
		expect(thrownBy(load(ec.encrypted))).toEqual({
			code: 'PASSPHRASE_NEEDED',
			message: 'The private key in key.pem is encrypted.',
			next: ['Give its passphrase with --passphrase-file FILE or --passphrase-env VARIABLE.'],
		});
	});

	test('that is encrypted does not take an empty passphrase for one', () => {
		expect(thrownBy(load(ec.encrypted, ''))).toMatchObject({code: 'PASSPHRASE_EMPTY'});
	});

	test('says when the passphrase is wrong, without telling it', () => {
		const thrown = thrownBy(load(ec.encrypted, 'incorrect horse'));
		expect(thrown).toMatchObject({
			code: 'PASSPHRASE_WRONG',
			message: 'The passphrase does not open the private key in key.pem.',
		});
		expect(JSON.stringify(thrown)).not.toContain('incorrect horse');
	});

	test('of the old encryption says how to convert it', () => {
		expect(thrownBy(load(ec.legacyEncrypted, PASSPHRASE))).toEqual({
			code: 'KEY_ENCRYPTION_UNSUPPORTED',
			message:
				'The key in key.pem is encrypted in the old way of OpenSSL (Proc-Type: 4,ENCRYPTED), which the official helper cannot read either.',
			next: convert,
		});
	});

	test('that asks for endless rounds is refused instead of tried', () => {
		const settings = der.sequence(der.octetString(new Uint8Array(8)), der.integer(0x7f, 0xff, 0xff, 0xff));
		const scheme = der.sequence(
			der.sequence(der.oid('1.2.840.113549.1.5.12'), settings),
			der.sequence(der.oid('2.16.840.1.101.3.4.1.42'), der.octetString(new Uint8Array(16))),
		);
		const encrypted = der.sequence(
			der.sequence(der.oid('1.2.840.113549.1.5.13'), scheme),
			der.octetString(new Uint8Array(32)),
		);
		expect(thrownBy(load(encodePem('ENCRYPTED PRIVATE KEY', encrypted), PASSPHRASE))).toEqual({
			code: 'KEY_ENCRYPTION_UNSUPPORTED',
			message: 'The key in key.pem is encrypted in a way that cannot be read here.',
			next: convert,
		});
	});

	test('that is a certificate says so', () => {
		expect(thrownBy(load(world.endEntity.pem))).toEqual({
			code: 'KEY_EXPECTED',
			message: 'key.pem holds a certificate where a private key is due.',
			next: ['Check that the certificate and the private key are not swapped.'],
		});
	});

	test('that is a public key says so', () => {
		expect(thrownBy(load(ec.spki))).toMatchObject({
			code: 'KEY_EXPECTED',
			message: 'key.pem holds a public key where a private key is due.',
		});
	});

	test('that is DER says how to convert it', () => {
		expect(thrownBy(load(ec.der))).toEqual({
			code: 'KEY_EXPECTED',
			message: 'key.pem holds a private key in DER, and PEM is due.',
			next: ['openssl pkey -inform DER -in key.pem -out key.pem.new'],
		});
	});

	test('that has the parameters of a curve alone says so', () => {
		const parameters = '-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n';
		expect(thrownBy(load(parameters))).toMatchObject({
			message: 'key.pem holds EC parameters without a key where a private key is due.',
		});
	});

	test('is never told to overwrite itself, nor to run its own name', () => {
		const path = 'my key; rm -rf x';
		expect(thrownBy(() => loadPrivateKey(ec.der, path))).toMatchObject({
			next: ['openssl pkey -inform DER -in FILE -out FILE.new'],
		});
	});

	test('that has two keys says so', () => {
		expect(thrownBy(load(ec.pkcs8 + forms.rsa.pkcs8))).toMatchObject({
			code: 'KEY_COUNT',
			message: 'key.pem holds 2 private keys where one is due.',
		});
	});

	test.each([
		['nothing', '', 'FILE_EMPTY'],
		['UTF-16', Buffer.from(`\u{feff}${ec.pkcs8}`, 'utf16le'), 'FILE_ENCODING'],
		['prose', 'hello', 'KEY_EXPECTED'],
		['half a key', ec.pkcs8.slice(0, 100), 'KEY_UNREADABLE'],
		['a key whose bytes are another thing', encodePem('PRIVATE KEY', der.sequence(der.integer(0))), 'KEY_UNREADABLE'],
		[
			'an encrypted key whose bytes are another thing',
			encodePem('ENCRYPTED PRIVATE KEY', der.sequence(der.integer(0))),
			'KEY_UNREADABLE',
		],
	])('that has %s is refused', (_what, contents, code) => {
		expect(thrownBy(load(contents, PASSPHRASE))).toMatchObject({code});
	});

	test('never shows what is in it', () => {
		const secret = ec.pkcs8.split('\n')[1]?.slice(0, 20) ?? '';
		const half = Buffer.from(ec.pkcs8.slice(0, 100));
		expect(JSON.stringify(thrownBy(() => loadPrivateKey(half, 'key.pem')))).not.toContain(secret);
	});
});

describe('a key and a certificate', () => {
	test('match when the certificate is for the key', () => {
		const {certificate, privateKey, publicKey} = world.endEntity;
		expect(keyMatchesCertificate(privateKey, certificate)).toBe(true);
		expect(keyMatchesCertificate(publicKey, certificate)).toBe(true);
	});

	test.each(['ec', 'rsa'] as const)('do not match when the key is another (%s)', kind => {
		const {certificate} = world.endEntity;
		expect(keyMatchesCertificate(forms[kind].privateKey, certificate)).toBe(false);
		expect(
			thrownBy(() => requireMatchingKey(forms[kind].privateKey, 'key.pem', certificate, 'host.pem')),
		).toMatchObject({
			code: 'KEY_MISMATCH',
			message: 'The private key in key.pem does not belong to the certificate in host.pem.',
		});
	});

	test('match although the certificate spells out the curve', async () => {
		const keys = await makeTestKeys('p256-explicit-parameters');
		const {certificate} = await issueForTest({keys});
		expect(keyMatchesCertificate(keys.privateKey, certificate)).toBe(true);
	});

	test('do not match when Node cannot use what is certified', async () => {
		const spki = der.sequence(der.sequence(der.oid('1.2.3.4')), der.bitString(0, Uint8Array.of(1)));
		const {certificate} = await issueForTest({spki});
		expect(keyMatchesCertificate(ec.privateKey, certificate)).toBe(false);
		expect(createHash('sha256').update(certificate.der).digest('hex')).toBe(certificate.fingerprint);
	});
});
