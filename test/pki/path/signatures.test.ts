import {describe, expect, test} from 'vitest';
import {objectIdentifier, sequence} from '../../../src/pki/der/der-writer.ts';
import {validatePath} from '../../../src/rules/validate-path.ts';
import {type DiffersBy, issueForTest, pki, testTime} from '../../support/certificates.ts';

/** Rules that refuse an end-entity certificate below an issuer with this key. */
async function judge(issuerDiffers: DiffersBy, endEntityDiffers: DiffersBy = {}): Promise<readonly string[]> {
	const issuer = await issueForTest({role: 'issuer', ...issuerDiffers});
	const [{root}, endEntity] = await Promise.all([pki(), issueForTest({...endEntityDiffers, signedBy: issuer})]);
	const {findings} = validatePath({
		certificate: endEntity.der,
		intermediates: [issuer.der],
		anchors: [root.der],
		at: testTime,
	});
	return [...new Set(findings.map(({rule}) => rule))];
}

describe('signatures are verified', () => {
	test.each<[string, DiffersBy, DiffersBy]>([
		['RSA PKCS#1 v1.5', {algorithm: 'rsa2048'}, {}],
		['RSA PKCS#1 v1.5 with SHA-512', {algorithm: 'rsa2048'}, {signature: 'sha512'}],
		['RSASSA-PSS by an RSA key', {algorithm: 'rsa2048'}, {signature: 'pss-sha256'}],
		['RSASSA-PSS by a key for it alone', {algorithm: 'rsa-pss'}, {}],
		['ECDSA on P-256', {algorithm: 'p256'}, {}],
		['ECDSA on P-384', {algorithm: 'p384'}, {}],
		['ECDSA on P-521', {algorithm: 'p521'}, {}],
		['ECDSA on P-256 with SHA-384', {algorithm: 'p256'}, {signature: 'sha384'}],
		['Ed25519', {algorithm: 'ed25519'}, {}],
	])('by %s', async (_title, issuer, endEntity) => {
		expect(await judge(issuer, endEntity)).toEqual([]);
		expect(await judge(issuer, {...endEntity, signature: 'broken'})).toEqual(['path-signature']);
	});
});

describe('signatures are refused', () => {
	test.each<[string, DiffersBy, DiffersBy, string]>([
		['with MD5', {algorithm: 'rsa2048'}, {signature: 'md5'}, 'path-signature-algorithm'],
		['with SHA-1 and RSA', {algorithm: 'rsa2048'}, {signature: 'sha1'}, 'path-signature-algorithm'],
		['with SHA-1 and ECDSA', {algorithm: 'p256'}, {signature: 'sha1'}, 'path-signature-algorithm'],
		['on another curve', {algorithm: 'secp256k1'}, {}, 'path-signature-algorithm'],
		['with a curve spelled out', {algorithm: 'p256-explicit-parameters'}, {}, 'path-signature-algorithm'],
		[
			'where inside and outside name different algorithms',
			{},
			{outerAlgorithm: sequence(objectIdentifier('1.2.840.10045.4.3.3'))},
			'path-sound',
		],
		[
			'where ECDSA has parameters',
			{},
			{outerAlgorithm: sequence(objectIdentifier('1.2.840.10045.4.3.2'), Uint8Array.of(5, 0))},
			'path-signature-algorithm',
		],
	])('%s', async (_title, issuer, endEntity, rule) => {
		expect(await judge(issuer, endEntity)).toContain(rule);
	});
});
