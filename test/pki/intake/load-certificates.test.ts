import {beforeAll, describe, expect, test} from 'vitest';
import {loadAnchorCertificates, loadCertificate, loadCertificates} from '../../../src/pki/intake/load.ts';
import {pki, type TestPki} from '../../support/certificates.ts';
import {makeKeyForms, thrownBy} from '../../support/key-files.ts';

const keys = makeKeyForms('ec');
let world: TestPki;

beforeAll(async () => {
	world = await pki();
});

const load = (text: string | Uint8Array) => () => loadCertificates(Buffer.from(text), 'host.pem');

describe('certificates', () => {
	test.each([
		['as PEM', () => world.endEntity.pem],
		['as DER', () => world.endEntity.der],
		['with CRLF', () => world.endEntity.pem.replaceAll('\n', '\r\n')],
		['with a byte order mark', () => `\u{feff}${world.endEntity.pem}`],
		['with text before', () => `subject=CN = host\n${world.endEntity.pem}`],
		['beside their key', () => `${keys.pkcs8}${world.endEntity.pem}`],
		['under the old label', () => world.endEntity.pem.replaceAll('CERTIFICATE', 'X509 CERTIFICATE')],
	])('%s are loaded', (_how, make) => {
		const [first, ...rest] = load(make())();
		expect(first.fingerprint).toBe(world.endEntity.certificate.fingerprint);
		expect(rest).toEqual([]);
	});

	test('of a chain are loaded in order', () => {
		const {endEntity, issuing, root} = world;
		const chain = load(endEntity.pem + issuing.pem + root.pem)();
		expect(chain.map(({subject}) => subject.first('CN'))).toEqual(['host.example.com', 'Test Issuing', 'Test Root']);
	});
});

describe('what is no certificate', () => {
	const swapped = ['Check that the certificate and the private key are not swapped.'];
	const givePem = ['Give a PEM file with -----BEGIN CERTIFICATE----- in it.'];

	test.each([
		['a private key', keys.pkcs8, 'a private key', swapped],
		['a private key in DER', keys.der, 'a private key', swapped],
		['an encrypted private key', keys.encrypted, 'an encrypted private key', swapped],
		['a public key', keys.spki, 'a public key', givePem],
		['prose', 'hello', 'neither PEM nor DER', givePem],
		[
			'a request',
			'-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----\n',
			'a certificate signing request',
			['Have it signed first: anchorsmith sign CSR --issuer NAME'],
		],
	])('%s is refused by name', (_what, contents, holds, next) => {
		expect(thrownBy(load(contents))).toEqual({
			code: 'CERTIFICATE_EXPECTED',
			message: `host.pem holds ${holds} where a certificate is due.`,
			next,
		});
	});

	test('an empty file is refused as empty', () => {
		expect(thrownBy(load('\n'))).toMatchObject({
			code: 'FILE_EMPTY',
			message: 'host.pem is empty where a certificate is due.',
		});
	});

	test('UTF-16 is refused with the way to convert it', () => {
		expect(thrownBy(load(Buffer.from(`\u{feff}${world.endEntity.pem}`, 'utf16le')))).toEqual({
			code: 'FILE_ENCODING',
			message: 'host.pem is written in UTF-16, and PEM is plain ASCII.',
			next: ['iconv -f utf-16 -t utf-8 host.pem > host.pem.new'],
		});
	});

	test.each([
		[
			'lost line breaks',
			() => world.endEntity.pem.replaceAll('\n', '\\n'),
			'A whole block stands in one line; its line breaks were lost or written as \\n (line 1).',
		],
		['a lost end', () => world.endEntity.pem.slice(0, 300), 'The block has no end (line 1).'],
		[
			'a second block that is damaged',
			() => `${world.endEntity.pem}${world.issuing.pem.slice(0, 300)}`,
			/^host\.pem is damaged\. The block has no end \(line \d+\)\.$/,
		],
		[
			'base64 of something else',
			() => '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n',
			'The certificate that begins in line 1 is not sound: An end-of-contents mark stands where an element is due, at byte 0.',
		],
	])('a file with %s is refused as damaged', (_what, make, message) => {
		expect(thrownBy(load(make()))).toMatchObject({
			code: 'CERTIFICATE_UNREADABLE',
			message: typeof message === 'string' ? `host.pem is damaged. ${message}` : expect.stringMatching(message),
		});
	});

	test('a name of a file that could move the cursor is made visible', () => {
		expect(thrownBy(() => loadCertificates(new Uint8Array(), 'a\u001b[2J.pem'))).toMatchObject({
			message: String.raw`a\u{1b}[2J.pem is empty where a certificate is due.`,
			code: 'FILE_EMPTY',
		});
	});
});

test('where one certificate is due, two are refused', () => {
	const {endEntity, issuing} = world;
	expect(loadCertificate(Buffer.from(endEntity.pem), 'host.pem').fingerprint).toBe(endEntity.certificate.fingerprint);
	expect(thrownBy(() => loadCertificate(Buffer.from(endEntity.pem + issuing.pem), 'host.pem'))).toMatchObject({
		code: 'CERTIFICATE_COUNT',
		message: 'host.pem holds 2 certificates where one is due.',
	});
});

describe('a trust anchor', () => {
	test('takes one certificate, or two while the issuer changes', () => {
		const {root, issuing} = world;
		expect(loadAnchorCertificates(Buffer.from(root.pem), 'root.pem')).toHaveLength(1);
		expect(loadAnchorCertificates(Buffer.from(root.pem + issuing.pem), 'root.pem')).toHaveLength(2);
	});

	test('takes no third', () => {
		const three = Buffer.from(world.root.pem.repeat(3));
		expect(thrownBy(() => loadAnchorCertificates(three, 'root.pem'))).toMatchObject({
			code: 'CERTIFICATE_COUNT',
			message: 'root.pem holds 3 certificates; a trust anchor takes 2 at most.',
		});
	});

	test.each(['pkcs8', 'encrypted', 'legacyEncrypted'] as const)('takes no key beside it (%s)', form => {
		const text = Buffer.from(world.root.pem + keys[form]);
		expect(thrownBy(() => loadAnchorCertificates(text, 'root.pem'))).toMatchObject({
			code: 'CERTIFICATE_EXPECTED',
			message: 'root.pem holds a private key beside the certificate, and a trust anchor is public.',
		});
	});
});
