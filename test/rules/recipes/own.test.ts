import {describe, expect, test} from 'vitest';
import type {Certificate} from '../../../src/pki/certificate/certificate.ts';
import {certifyEndEntity} from '../../../src/pki/issuing/end-entity.ts';
import {createIssuers} from '../../../src/pki/issuing/issuer.ts';
import {KEY_ALGORITHMS} from '../../../src/pki/keys/algorithm.ts';
import {generateKey} from '../../../src/pki/keys/key-generation.ts';
import type {CertificateRole} from '../../../src/rules/certificate-in-role.ts';
import {judgeCertificate} from '../../../src/rules/judge-certificate.ts';
import {issuingForTest} from '../../support/issuing.ts';

function judge(certificate: Certificate, role: CertificateRole): readonly string[] {
	return judgeCertificate({certificate, role, at: issuingForTest.now}).map(
		({severity, rule, message}) => `${severity} ${rule}: ${message}`,
	);
}

/** P-521 is made on demand and warned of: nobody has shown that the service takes it (fact sheet, CA-10). */
const UNPROVEN = ['warning ec-curve: The EC key lies on P-521, unproven with the service.'];

describe('what is issued here gives no finding', () => {
	test.each(KEY_ALGORITHMS)('as root, issuing CA and end-entity certificate with keys of kind %s', async algorithm => {
		const {root, issuing} = await createIssuers(
			{subject: 'CN=Root,O=Example', algorithm, issuing: {subject: 'CN=Issuing,O=Example'}},
			issuingForTest,
		);
		const {publicKey} = await generateKey(algorithm);
		const spec = {
			subject: 'CN=host.example.com,O=Example',
			alternativeNames: {dns: ['host.example.com'], uri: ['spiffe://example.com/host'], ip: ['192.0.2.1'], email: []},
		};
		const expected = algorithm === 'p521' ? UNPROVEN : [];
		expect(judge(root.certificate, 'anchor')).toEqual(expected);
		expect(judge(issuing?.certificate ?? root.certificate, 'issuer')).toEqual(expected);
		expect(judge(issuing?.certificate ?? root.certificate, 'anchor')).toEqual(expected);
		expect(judge(certifyEndEntity(spec, publicKey, issuing ?? root, issuingForTest), 'end-entity')).toEqual(expected);
	});

	test('as a root that stands alone', async () => {
		const {root} = await createIssuers({subject: 'CN=Build CA'}, issuingForTest);
		expect(judge(root.certificate, 'anchor')).toEqual([]);
	});
});
