import {describe, expect, test} from 'vitest';
import {findPath} from '../../src/decide/path.ts';
import {issueForTest, pki, testTime} from '../support/certificates.ts';

describe('a path', () => {
	test('is told by fingerprints, end-entity certificate first', async () => {
		const {root, issuing, endEntity} = await pki();
		const certificates = [endEntity, issuing, root];

		expect(
			findPath({certificate: endEntity.certificate, chain: [issuing.der], anchors: [root.der], at: testTime}),
		).toMatchObject({accepted: true, path: certificates.map(({certificate}) => certificate.fingerprint), findings: []});
	});

	test('does not care about needless bytes that cannot be read', async () => {
		const {root, issuing, endEntity} = await pki();
		const chain = [new Uint8Array([1]), issuing.der, new Uint8Array()];

		expect(findPath({certificate: endEntity.certificate, chain, anchors: [root.der], at: testTime}).accepted).toBe(
			true,
		);
	});
});

describe('without a path, findings', () => {
	test('name the certificate by its place, with the rule and its source', async () => {
		const {root} = await pki();
		const issuer = await issueForTest({role: 'issuer', notAfter: new Date('2026-05-01T00:00:00Z')});
		const {certificate} = await issueForTest({signedBy: issuer});
		const garbage = new Uint8Array([0x30, 0x03]);
		const {accepted, path, findings} = findPath({
			certificate,
			chain: [garbage, issuer.der],
			anchors: [root.der],
			at: testTime,
		});

		expect({accepted, path}).toEqual({accepted: false, path: []});
		expect(findings).toMatchObject([
			{
				rule: 'path-readable',
				at: 'chain[0]',
				refusal: {message: 'Untrusted signing certificate'},
			},
			{
				rule: 'path-validity',
				at: 'chain[1]',
				message:
					'CN=Another Test Issuing,O=Example expired at 2026-05-01T00:00:00Z, and the time asked about is 2026-06-01T00:00:00Z.',
				source: {url: expect.stringContaining('rfc5280')},
			},
		]);
	});

	test('tell what an intermediate lacks that RFC 5280 would let pass', async () => {
		const {root} = await pki();
		const issuer = await issueForTest({role: 'issuer', keyUsage: 'absent'});
		const {certificate} = await issueForTest({signedBy: issuer});

		expect(findPath({certificate, chain: [issuer.der], anchors: [root.der], at: testTime}).findings).toMatchObject([
			{rule: 'issuer-key-cert-sign', at: 'chain[0].extensions.keyUsage'},
		]);
	});

	test('make control characters of names visible', async () => {
		const {root} = await pki();
		const {certificate} = await issueForTest({subject: 'CN=a\u001b[2Jb', signedBy: 'itself'});
		const {findings} = findPath({certificate, chain: [], anchors: [root.der], at: testTime});

		expect(findings.map(({message}) => message).join('')).toMatch(/^[^\u001b]+$/u);
	});
});
