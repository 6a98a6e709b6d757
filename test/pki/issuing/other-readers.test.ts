import 'reflect-metadata';
import {webcrypto} from 'node:crypto';
import {
	BasicConstraintsExtension,
	cryptoProvider,
	ExtendedKeyUsageExtension,
	KeyUsageFlags,
	KeyUsagesExtension,
	Pkcs10CertificateRequest,
	SubjectAlternativeNameExtension,
	X509Certificate,
} from '@peculiar/x509';
import {fromBER} from 'asn1js';
import {CryptoEngine, EncryptedContentInfo, EncryptedData, PKCS8ShroudedKeyBag, setEngine} from 'pkijs';
import {beforeAll, describe, expect, test} from 'vitest';
import {readPem} from '../../../src/pki/intake/pem.ts';
import {writeSigningRequest} from '../../../src/pki/issuing/csr-writer.ts';
import {issueEndEntity} from '../../../src/pki/issuing/end-entity.ts';
import {createIssuers} from '../../../src/pki/issuing/issuer.ts';
import {KEY_ALGORITHMS} from '../../../src/pki/keys/algorithm.ts';
import {encryptedPrivateKeyPem} from '../../../src/pki/keys/key-file.ts';
import {generateKey} from '../../../src/pki/keys/key-generation.ts';
import {issuingForTest} from '../../support/issuing.ts';

const alternativeNames = {
	dns: ['host.example.com'],
	uri: ['spiffe://example.com/host'],
	ip: ['192.0.2.1'],
	email: ['operator@example.com'],
};

beforeAll(() => {
	cryptoProvider.set(webcrypto);
	setEngine('node', new CryptoEngine({name: 'node', crypto: webcrypto}));
});

describe.each(KEY_ALGORITHMS.filter(algorithm => algorithm !== 'rsa4096'))('@peculiar/x509, for %s,', algorithm => {
	test('reads what we issue as we mean it, and verifies it', async () => {
		const {root} = await createIssuers({subject: 'CN=Root,O=Example', algorithm}, issuingForTest);
		const {certificate} = await issueEndEntity(
			{subject: 'CN=host,O=Example', alternativeNames, algorithm},
			root,
			issuingForTest,
		);
		const read = new X509Certificate(certificate.der);
		const anchor = new X509Certificate(root.certificate.der);
		expect(await read.verify({publicKey: anchor, signatureOnly: true})).toBe(true);
		expect(await anchor.isSelfSigned()).toBe(true);
		expect(read.serialNumber).toBe(certificate.serial.hex);
		expect(read.getExtension(BasicConstraintsExtension)?.ca ?? false).toBe(false);
		expect(anchor.getExtension(BasicConstraintsExtension)).toMatchObject({ca: true, pathLength: 0, critical: true});
		expect(read.getExtension(KeyUsagesExtension)?.usages).toBe(KeyUsageFlags.digitalSignature);
		expect(read.getExtension(ExtendedKeyUsageExtension)?.usages).toEqual(['1.3.6.1.5.5.7.3.2']);
		expect(read.getExtension(SubjectAlternativeNameExtension)?.names.toJSON()).toEqual([
			{type: 'dns', value: 'host.example.com'},
			{type: 'url', value: 'spiffe://example.com/host'},
			{type: 'ip', value: '192.0.2.1'},
			{type: 'email', value: 'operator@example.com'},
		]);
	});

	test('reads and verifies our signing requests', async () => {
		const key = await generateKey(algorithm);
		const request = new Pkcs10CertificateRequest(
			writeSigningRequest({subject: 'CN=host,O=Example', alternativeNames}, key),
		);
		expect(await request.verify()).toBe(true);
		expect(request.subject).toBe('O=Example, CN=host');
		const names = new SubjectAlternativeNameExtension(request.getExtension('2.5.29.17')?.rawData ?? new ArrayBuffer(0));
		expect(names.names.items.map(({value}) => value)).toEqual(Object.values(alternativeNames).flat());
	});
});

test('pkijs opens our encrypted keys with their passphrase and no other', async () => {
	const {pkcs8} = await generateKey('p256');
	const pem = await encryptedPrivateKeyPem(pkcs8, 'correct horse', issuingForTest.random);
	const der = readPem(pem).blocks[0]?.der ?? new Uint8Array();
	const open = async (passphrase: string) => {
		const bag = new PKCS8ShroudedKeyBag({schema: fromBER(new Uint8Array(der).buffer).result});
		const encrypted = new EncryptedData({
			encryptedContentInfo: new EncryptedContentInfo({
				contentType: '1.2.840.113549.1.7.1',
				contentEncryptionAlgorithm: bag.encryptionAlgorithm,
				encryptedContent: bag.encryptedData,
			}),
		});
		return Buffer.from(await encrypted.decrypt({password: new TextEncoder().encode(passphrase).buffer}));
	};

	expect(await open('correct horse')).toEqual(Buffer.from(pkcs8));
	await expect(open('wrong horse')).rejects.toThrow();
});
