import {describe, expect, test} from 'vitest';
import {judgeTrustAnchorBundle} from '../../src/decide/anchor.ts';
import {type DiffersBy, issueForTest, pki, testTime} from '../support/certificates.ts';

const badData = 'Error creating TrustAnchor. Bad certificate data';
const incorrect = 'Incorrect basic constraints for CA certificate';

async function judge(differsBy: DiffersBy) {
	const {pem} = await issueForTest({role: 'anchor', ...differsBy});
	return judgeTrustAnchorBundle(pem, testTime);
}

describe('certificates of a trust anchor', () => {
	test('may be one or two, a root or an issuing CA', async () => {
		const {root, issuing} = await pki();
		const judged = judgeTrustAnchorBundle(root.pem + issuing.pem, testTime);

		expect(judged.ok && judged.value.map(({fingerprint}) => fingerprint)).toEqual([
			root.certificate.fingerprint,
			issuing.certificate.fingerprint,
		]);
	});

	test.each([
		['no basicConstraints', {basicConstraints: 'absent'}, incorrect, 'anchor-basic-constraints'],
		['cA=FALSE', {basicConstraints: {isCa: false}}, incorrect, 'anchor-basic-constraints'],
		['no keyCertSign', {keyUsage: ['cRLSign']}, incorrect, 'anchor-key-cert-sign'],
		['no key usage', {keyUsage: 'absent'}, incorrect, 'anchor-key-cert-sign'],
	] as const)('are refused with %s', async (_case, differsBy, message, rule) => {
		expect(await judge(differsBy)).toMatchObject({
			ok: false,
			problem: {refusal: {status: 400, code: 'ValidationException', message}, findings: [{rule}]},
		});
	});

	test('are taken outside their dates', async () => {
		expect(await judge({notAfter: new Date('2026-05-01T00:00:00Z')})).toMatchObject({ok: true});
	});

	test.each([
		['empty text', () => '', badData, 'trust-anchor-bundle-pem'],
		['no PEM', () => 'MIIB', badData, 'trust-anchor-bundle-pem'],
		['escaped line feeds', (pem: string) => pem.replaceAll('\n', '\\n'), badData, 'trust-anchor-bundle-pem'],
		['one line', (pem: string) => pem.replaceAll('\n', ' '), badData, 'trust-anchor-bundle-pem'],
		['carriage returns', (pem: string) => pem.replaceAll('\n', '\r\n'), badData, 'trust-anchor-bundle-pem'],
		['a byte order mark', (pem: string) => `\u{feff}${pem}`, badData, 'trust-anchor-bundle-pem'],
		[
			'a private key',
			(pem: string) => `${pem}-----BEGIN PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----\n`,
			badData,
			'trust-anchor-bundle-pem',
		],
		[
			'bytes that are no certificate',
			() => '-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n',
			badData,
			'trust-anchor-bundle-pem',
		],
		[
			'three certificates',
			(pem: string) => pem.repeat(3),
			'Error creating TrustAnchor. A trust anchor can hold at most 2 certificates.',
			'trust-anchor-bundle-count',
		],
		[
			'more than 16 000 characters',
			(pem: string) => `${'#'.repeat(16_000)}\n${pem}`,
			"1 validation error detected: Value at 'source.sourceData.x509CertificateData' failed to satisfy constraint: Member must have length less than or equal to 16000",
			'trust-anchor-bundle-size',
		],
	] as const)('are refused as %s', async (_case, change, message, rule) => {
		const {root} = await pki();

		expect(judgeTrustAnchorBundle(change(root.pem), testTime)).toMatchObject({
			ok: false,
			problem: {refusal: {status: 400, code: 'ValidationException', message}, findings: [{rule}]},
		});
	});
});
