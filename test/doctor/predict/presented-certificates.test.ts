import {describe, expect, test} from 'vitest';
import {absent} from '../../../src/doctor/evidence/look.ts';
import {presentedCertificates} from '../../../src/doctor/predict/presented-certificates.ts';
import {issueForTest, pki} from '../../support/certificates.ts';
import {dark, evidenceForTest, fileOf} from '../../support/predictions/evidence.ts';

async function files(differsBy: Parameters<typeof evidenceForTest>[0] = {}) {
	return (await evidenceForTest(differsBy)).files;
}

const inHex = (der: Uint8Array) => Buffer.from(der).toString('hex');

describe('our own helper', () => {
	test('sends the certificate that belongs to the key, and what links it to the root', async () => {
		const {root, issuing, endEntity} = await pki();
		const certificate = fileOf(root.pem + issuing.pem + endEntity.pem);
		const presented = presentedCertificates(await files({files: {certificate, intermediates: absent}}), 'own');

		expect(presented.certificate?.fingerprint).toBe(endEntity.certificate.fingerprint);
		expect(presented.chain.map(inHex)).toEqual([inHex(issuing.der)]);
	});

	test('sends the first where no key tells', async () => {
		const {issuing, endEntity} = await pki();
		const certificate = fileOf(issuing.pem + endEntity.pem);
		const presented = presentedCertificates(await files({files: {certificate, privateKey: dark}}), 'own');

		expect(presented.certificate?.fingerprint).toBe(issuing.certificate.fingerprint);
	});
});

describe('the official helper', () => {
	test('sends the first certificate, and the intermediates as they are', async () => {
		const {root, issuing, endEntity} = await pki();
		const certificate = fileOf(issuing.pem + endEntity.pem);
		const intermediates = fileOf(root.pem + issuing.pem);
		const presented = presentedCertificates(await files({files: {certificate, intermediates}}), 'official');

		expect(presented.certificate?.fingerprint).toBe(issuing.certificate.fingerprint);
		expect(presented.chain.map(inHex)).toEqual([root.der, issuing.der].map(inHex));
	});

	test('reads no certificate but those of a PEM file', async () => {
		const {endEntity} = await pki();
		const certificate = fileOf(Buffer.from(endEntity.der).toString('base64'));

		expect(presentedCertificates(await files({files: {certificate}}), 'official').certificate).toBeUndefined();
	});
});

test.each(['own', 'official'] as const)('without a file nothing is sent by the %s helper', async helper => {
	const nothing = {certificate: dark, intermediates: absent};
	expect(presentedCertificates(await files({files: nothing}), helper)).toEqual({certificate: undefined, chain: []});
});

test('a certificate for the same key in another form is the key’s', async () => {
	const {privateKey, pem} = await issueForTest({algorithm: 'rsa2048'});
	const key = fileOf(String(privateKey.export({type: 'pkcs1', format: 'pem'})));
	const {endEntity} = await pki();
	const presented = presentedCertificates(
		await files({files: {certificate: fileOf(endEntity.pem + pem), privateKey: key}}),
		'own',
	);

	expect(presented.certificate?.toPem()).toBe(pem);
});
