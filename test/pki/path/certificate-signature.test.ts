import {describe, expect, test} from 'vitest';
import {signatureProblem} from '../../../src/pki/path/certificate-signature.ts';
import {issueForTest, pki, type TestKeyAlgorithm, type TestSignature} from '../../support/certificates.ts';

/** A certificate and the issuer whose key signed it. */
async function signedWith(algorithm: TestKeyAlgorithm, signature?: TestSignature) {
	const issuer = await issueForTest({role: 'issuer', algorithm});
	const certificate = await issueForTest({signedBy: issuer, ...(signature && {signature})});
	return {certificate: certificate.certificate, issuer: issuer.certificate};
}

describe('a signature', () => {
	test.each([
		['p256', undefined],
		['p384', undefined],
		['p521', undefined],
		['rsa2048', 'sha256'],
		['rsa2048', 'sha384'],
		['rsa2048', 'sha512'],
		['p256', 'sha512'],
	] as const)('by %s with %s verifies', async (algorithm, signature) => {
		const {certificate, issuer} = await signedWith(algorithm, signature);

		expect(signatureProblem(certificate, issuer)).toBeUndefined();
	});

	test.each([
		['rsa2048', 'md5'],
		['rsa2048', 'sha1'],
		['rsa2048', 'sha224'],
		['rsa2048', 'pss-sha256'],
		['p256', 'sha1'],
		['ed25519', undefined],
	] as const)('by %s with %s is refused for its algorithm', async (algorithm, signature) => {
		const {certificate, issuer} = await signedWith(algorithm, signature);

		expect(signatureProblem(certificate, issuer)).toMatchObject({kind: 'algorithm'});
	});

	test('by a key of another kind is refused without being looked at', async () => {
		const {certificate} = await signedWith('rsa2048');
		const {issuing} = await pki();

		expect(signatureProblem(certificate, issuing.certificate)).toMatchObject({
			kind: 'signature',
			message: expect.stringContaining("the issuer's ec key"),
		});
	});

	test('that names one algorithm inside and another outside is refused', async () => {
		const {issuing} = await pki();
		const sha384 = Uint8Array.from(Buffer.from('300a06082a8648ce3d040303', 'hex'));
		const {certificate} = await issueForTest({outerAlgorithm: sha384});

		expect(signatureProblem(certificate, issuing.certificate)).toMatchObject({
			kind: 'algorithm',
			message: expect.stringContaining('inside'),
		});
	});

	test('that is no DER at all is refused like any other wrong one', async () => {
		const {issuing} = await pki();
		const {certificate} = await issueForTest({signature: 'broken'});

		expect(signatureProblem(certificate, issuing.certificate)).toMatchObject({kind: 'signature'});
	});
});
