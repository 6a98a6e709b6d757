import {spawnSync} from 'node:child_process';
import {sign} from 'node:crypto';
import path from 'node:path';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
	bitString,
	element,
	integer,
	objectIdentifier,
	sequence,
	setOf,
	utf8String,
} from '../../../src/pki/der/der-writer.ts';
import {readPem} from '../../../src/pki/intake/pem.ts';
import {loadSigningRequest} from '../../../src/pki/issuing/csr.ts';
import {writeSigningRequest} from '../../../src/pki/issuing/csr-writer.ts';
import {
	basicConstraints,
	extension,
	keyUsage,
	subjectAlternativeName,
} from '../../../src/pki/issuing/extension-writer.ts';
import {KEY_ALGORITHMS} from '../../../src/pki/keys/algorithm.ts';
import {generateKey} from '../../../src/pki/keys/key-generation.ts';
import {encodeSubject} from '../../../src/pki/names/subject.ts';
import {toName} from '../../support/certificates.ts';
import {isPresent} from '../../support/judges.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';
import {makeTestKeys, type TestKeyAlgorithm} from '../../support/test-keys.ts';

const alternativeNames = {
	dns: ['host.example.com'],
	uri: ['spiffe://example.com/host'],
	ip: ['192.0.2.1'],
	email: ['operator@example.com'],
};
const subject = 'CN=host,O=Example';

function load(request: string | Uint8Array) {
	return loadSigningRequest(typeof request === 'string' ? Buffer.from(request) : request, 'host.csr');
}

const extensionRequest = (...extensions: readonly Uint8Array[]) =>
	sequence(objectIdentifier('1.2.840.113549.1.9.14'), setOf(sequence(...extensions)));
const challengePassword = sequence(objectIdentifier('1.2.840.113549.1.9.7'), setOf(utf8String('hunter2')));

/** A request that our own writer would not make. */
async function requestWith(
	attributes: readonly Uint8Array[],
	{
		algorithm = 'p256',
		hash = 'sha256',
		oid = '1.2.840.10045.4.3.2',
	}: {
		algorithm?: TestKeyAlgorithm;
		hash?: string;
		oid?: string;
	} = {},
): Promise<Uint8Array> {
	const {privateKey, publicKey} = await makeTestKeys(algorithm);
	const spki = publicKey.export({type: 'spki', format: 'der'});
	const info = sequence(integer(0), encodeSubject(subject), spki, element(0xa0, ...attributes));
	return sequence(info, sequence(objectIdentifier(oid)), bitString(sign(hash, info, privateKey)));
}

describe('a request made here', () => {
	test.each(KEY_ALGORITHMS)('with a key of kind %s is verified by openssl and read back', async algorithm => {
		const key = await generateKey(algorithm);
		const pem = writeSigningRequest({subject, alternativeNames}, key);

		const {subject: name, publicKey, alternativeNames: names, notGranted} = load(pem);
		expect(name.text).toBe(subject);
		expect(publicKey.der).toEqual(new Uint8Array(key.publicKey.spki));
		expect(names).toEqual(alternativeNames);
		expect(notGranted).toEqual([]);
		if (isPresent('openssl')) {
			const shown = spawnSync('openssl', ['req', '-verify', '-noout', '-text'], {input: pem, encoding: 'utf8'});
			expect(shown.stderr).toContain('verify OK');
			expect(shown.stdout).toContain(
				'DNS:host.example.com, URI:spiffe://example.com/host, IP Address:192.0.2.1, email:operator@example.com',
			);
		}
	});

	test('without alternative names asks for no extension', async () => {
		const {alternativeNames: names} = load(
			writeSigningRequest({subject, alternativeNames: {}}, await generateKey('p256')),
		);

		expect(names).toEqual({dns: [], uri: [], ip: [], email: []});
	});
});

describe('a request made by openssl', () => {
	test('is read, and what it asks for beyond names is told', () => {
		if (!isPresent('openssl')) {
			return;
		}

		const folder = temporaryFolder();
		const out = path.join(folder, 'request.pem');
		const words = ['-newkey', 'rsa:2048', '-nodes', '-keyout', path.join(folder, 'key.pem'), '-out', out];
		const asked = ['subjectAltName=DNS:host.example.com', 'basicConstraints=critical,CA:TRUE', 'keyUsage=keyCertSign'];
		const flags = asked.flatMap(text => ['-addext', text]);
		const made = spawnSync('openssl', ['req', '-new', '-subj', '/O=Example/CN=host', ...words, ...flags]);
		expect(made.status).toBe(0);

		for (const form of ['PEM', 'DER']) {
			const bytes = spawnSync('openssl', ['req', '-in', out, '-outform', form]).stdout;
			const request = load(bytes);
			expect(request.subject.text).toBe('CN=host,O=Example');
			expect(request.alternativeNames.dns).toEqual(['host.example.com']);
			expect(request.notGranted).toEqual(['the extension basicConstraints (critical)', 'the extension keyUsage']);
		}
	});
});

describe('what is asked for and not granted', () => {
	test('is told in words, a challenge password without itself', async () => {
		const directory = element(0xa4, toName('CN=other'));
		const names = subjectAlternativeName([
			element(0x82, Buffer.from('a.example.com')),
			directory,
			element(0x88, Uint8Array.of(42, 3)),
		]);
		const request = load(
			await requestWith([
				challengePassword,
				extensionRequest(
					basicConstraints({isCa: true}),
					keyUsage(['keyCertSign']),
					names,
					extension('1.2.3.4', true, integer(1)),
				),
			]),
		);

		expect(request.alternativeNames).toEqual({dns: ['a.example.com'], uri: [], ip: [], email: []});
		expect(request.notGranted).toEqual([
			'a challenge password',
			'the extension basicConstraints (critical)',
			'the extension keyUsage (critical)',
			'the extension 1.2.3.4 (critical)',
			'the directory name CN=other',
			'an alternative name of another kind than DNS, URI, IP and email',
		]);
	});

	test('asking twice for alternative names is refused', async () => {
		const names = subjectAlternativeName([element(0x82, Buffer.from('a.example.com'))]);
		const request = await requestWith([extensionRequest(names), extensionRequest(names)]);

		expect(() => load(request)).toThrow(expect.objectContaining({code: 'CSR_UNREADABLE'}));
	});
});

describe('a request is refused', () => {
	test('when any of its bytes was changed', async () => {
		const pem = writeSigningRequest({subject, alternativeNames}, await generateKey('p256'));
		const der = readPem(pem).blocks[0]?.der ?? new Uint8Array();

		for (const index of der.keys()) {
			const changed = Uint8Array.from(der);
			changed[index] = (changed[index] ?? 0) ^ 1;
			expect(() => load(changed), `byte ${index}`).toThrow(
				expect.objectContaining({code: expect.stringMatching(/^CSR_/)}),
			);
		}
	});

	test.each<[string, string | Uint8Array]>([
		['holds no certificate signing request', ''],
		['holds no certificate signing request', 'hello'],
		['holds no certificate signing request', Uint8Array.of(0x30, 0x80, 0, 0)],
	])('%s: %j', (message, bytes) => {
		expect(() => load(bytes)).toThrow(
			expect.objectContaining({code: 'CSR_UNREADABLE', message: `host.csr ${message}.`}),
		);
	});

	test('when there are two in the file', async () => {
		const pem = writeSigningRequest({subject, alternativeNames}, await generateKey('p256'));

		expect(() => load(pem + pem)).toThrow('host.csr holds more than one request.');
	});

	test.each([
		['SHA-1', {hash: 'sha1', oid: '1.2.840.10045.4.1'}],
		['the algorithm of another kind of key', {oid: '1.2.840.113549.1.1.11'}],
		['a hash that it does not name', {hash: 'sha384'}],
		['an RSA-PSS key', {algorithm: 'rsa-pss', oid: '1.2.840.113549.1.1.10'}],
	] as const)('when it is signed with %s', async (_fault, differsBy) => {
		const request = await requestWith([], differsBy);

		expect(() => load(request)).toThrow(expect.objectContaining({code: 'CSR_SIGNATURE_WRONG'}));
	});

	test('and never crashes, whatever the bytes are', () => {
		fc.assert(
			fc.property(fc.uint8Array({maxLength: 300}), bytes => {
				const der = sequence(sequence(bytes), sequence(objectIdentifier('1.2.840.10045.4.3.2')), bitString(bytes));
				for (const input of [bytes, der]) {
					expect(() => load(input)).toThrow(expect.objectContaining({code: expect.stringMatching(/^CSR_/)}));
				}
			}),
		);
	});
});
