import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import * as fc from 'fast-check';
import {afterAll, describe, expect, test} from 'vitest';
import {takeIn} from '../../../src/pki/intake/intake.ts';
import {pki} from '../../support/certificates.ts';
import * as der from '../../support/der.ts';
import {isPresent} from '../../support/judges.ts';
import {makeKeyForms} from '../../support/key-files.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'anchorsmith-intake-'));
afterAll(() => rmSync(folder, {recursive: true}));

function kinds(bytes: Uint8Array): unknown {
	const {form, items} = takeIn(bytes);
	return [form, ...items.map(({kind}) => kind)];
}

function openssl(...words: readonly string[]): void {
	const run = spawnSync('openssl', words, {cwd: folder, encoding: 'utf8'});
	expect([run.status, run.status === 0 ? '' : run.stderr]).toEqual([0, '']);
}

describe('a file from openssl', () => {
	test.runIf(isPresent('openssl'))('is told apart in PEM and in DER', () => {
		openssl('ecparam', '-name', 'prime256v1', '-genkey', '-out', 'sec1.pem');
		openssl('ec', '-in', 'sec1.pem', '-outform', 'DER', '-out', 'sec1.der');
		openssl('genrsa', '-traditional', '-out', 'pkcs1.pem', '2048');
		openssl('rsa', '-in', 'pkcs1.pem', '-traditional', '-outform', 'DER', '-out', 'pkcs1.der');
		openssl('pkcs8', '-topk8', '-nocrypt', '-in', 'sec1.pem', '-out', 'pkcs8.pem');
		openssl('pkcs8', '-topk8', '-nocrypt', '-in', 'sec1.pem', '-outform', 'DER', '-out', 'pkcs8.der');
		openssl('pkcs8', '-topk8', '-v2', 'aes-256-cbc', '-passout', 'pass:x', '-in', 'sec1.pem', '-out', 'encrypted.pem');
		openssl(
			'pkcs8',
			'-topk8',
			'-v2',
			'aes-256-cbc',
			'-passout',
			'pass:x',
			'-in',
			'sec1.pem',
			'-outform',
			'DER',
			'-out',
			'encrypted.der',
		);
		openssl('ec', '-in', 'sec1.pem', '-aes256', '-passout', 'pass:x', '-out', 'legacy.pem');
		openssl('pkey', '-in', 'sec1.pem', '-pubout', '-out', 'public.pem');
		openssl('pkey', '-in', 'sec1.pem', '-pubout', '-outform', 'DER', '-out', 'public.der');
		openssl('req', '-new', '-key', 'sec1.pem', '-subj', '/CN=a', '-out', 'request.pem');
		openssl('req', '-in', 'request.pem', '-outform', 'DER', '-out', 'request.der');
		openssl('req', '-x509', '-key', 'sec1.pem', '-subj', '/CN=a', '-out', 'v3.pem');
		openssl('x509', '-in', 'v3.pem', '-outform', 'DER', '-out', 'v3.der');
		openssl('x509', '-req', '-in', 'request.pem', '-signkey', 'sec1.pem', '-outform', 'DER', '-out', 'v1.der');
		openssl('pkcs12', '-export', '-in', 'v3.pem', '-inkey', 'sec1.pem', '-passout', 'pass:x', '-out', 'bundle.p12');
		openssl('crl2pkcs7', '-nocrl', '-certfile', 'v3.pem', '-out', 'bundle.p7b');
		openssl('crl2pkcs7', '-nocrl', '-certfile', 'v3.pem', '-outform', 'DER', '-out', 'bundle.p7c');

		const found = Object.fromEntries(
			[
				'sec1.pem',
				'sec1.der',
				'pkcs1.pem',
				'pkcs1.der',
				'pkcs8.pem',
				'pkcs8.der',
				'encrypted.pem',
				'encrypted.der',
				'legacy.pem',
				'public.pem',
				'public.der',
				'request.pem',
				'request.der',
				'v3.pem',
				'v3.der',
				'v1.der',
				'bundle.p12',
				'bundle.p7b',
				'bundle.p7c',
			].map(name => [name, kinds(readFileSync(path.join(folder, name)))]),
		);
		expect(found).toEqual({
			'sec1.pem': ['pem', 'ec-parameters', 'private-key'],
			'sec1.der': ['der', 'private-key'],
			'pkcs1.pem': ['pem', 'private-key'],
			'pkcs1.der': ['der', 'private-key'],
			'pkcs8.pem': ['pem', 'private-key'],
			'pkcs8.der': ['der', 'private-key'],
			'encrypted.pem': ['pem', 'encrypted-private-key'],
			'encrypted.der': ['der', 'encrypted-private-key'],
			'legacy.pem': ['pem', 'legacy-encrypted-private-key'],
			'public.pem': ['pem', 'public-key'],
			'public.der': ['der', 'public-key'],
			'request.pem': ['pem', 'certificate-request'],
			'request.der': ['der', 'certificate-request'],
			'v3.pem': ['pem', 'certificate'],
			'v3.der': ['der', 'certificate'],
			'v1.der': ['der', 'certificate'],
			'bundle.p12': ['der', 'pkcs12'],
			'bundle.p7b': ['pem', 'pkcs7', 'certificate'],
			'bundle.p7c': ['der', 'pkcs7', 'certificate'],
		});
	});
});

describe('a file', () => {
	test.each([
		['nothing', new Uint8Array(), ['empty']],
		['spaces and newlines', Buffer.from(' \n\t\r\n'), ['empty']],
		['prose', Buffer.from('hello'), ['unknown']],
		['an archive', Buffer.from('PK\u0003\u0004'), ['unknown']],
		['DER of something else', der.sequence(der.utf8String('a')), ['der', 'unknown']],
		['UTF-16, little end first', Buffer.from('\u{feff}-----BEGIN', 'utf16le'), ['utf-16', 'damaged']],
		['UTF-16, big end first', Buffer.from('\u{feff}-----BEGIN', 'utf16le').swap16(), ['utf-16', 'damaged']],
		['UTF-16 without a mark', Buffer.from('-----BEGIN', 'utf16le'), ['utf-16', 'damaged']],
		['UTF-16 without a mark, big end first', Buffer.from('-----BEGIN', 'utf16le').swap16(), ['utf-16', 'damaged']],
		[
			'a key for SSH',
			Buffer.from('-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n'),
			['pem', 'openssh-private-key'],
		],
		[
			'a label that nobody knows',
			Buffer.from('-----BEGIN PGP MESSAGE-----\nAAAA\n-----END PGP MESSAGE-----\n'),
			['pem', 'unknown'],
		],
	])('with %s is known as that', (_what, bytes, expected) => {
		expect(kinds(bytes)).toEqual(expected);
	});

	test('with a key and a certificate shows both, with their lines', async () => {
		const {endEntity} = await pki();
		const text = `${makeKeyForms('ec').pkcs8}${endEntity.pem}`;
		expect(takeIn(Buffer.from(text)).items.map(({kind, line}) => [kind, line])).toEqual([
			['private-key', 1],
			['certificate', 6],
		]);
	});

	test('with any bytes never makes it throw', () => {
		void fc.assert(
			fc.property(fc.uint8Array({maxLength: 300}), bytes => {
				takeIn(bytes);
				takeIn(der.sequence(bytes));
				takeIn(der.sequence(der.sequence(bytes), der.sequence(), der.bitString(0, bytes)));
			}),
		);
	});
});
