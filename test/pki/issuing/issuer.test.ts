import {describe, expect, test} from 'vitest';
import {decodedValue, type KeyUsage} from '../../../src/pki/certificate/certificate.ts';
import {createIssuers, type IssuersSpec} from '../../../src/pki/issuing/issuer.ts';
import {judgeCertificate} from '../../../src/rules/judge-certificate.ts';
import {issuingForTest} from '../../support/issuing.ts';

function create(spec: Partial<IssuersSpec> = {}) {
	return createIssuers({subject: 'CN=Build CA,O=Example', ...spec}, issuingForTest);
}

describe('a root', () => {
	test('keeps every rule, warnings and notices included', async () => {
		const {root, issuing} = await create({issuing: {subject: 'CN=Build CA issuing,O=Example'}});
		const judged = [root, issuing ?? root].map(({certificate}) =>
			judgeCertificate({certificate, role: certificate.isSelfIssued ? 'anchor' : 'issuer', at: issuingForTest.now}),
		);

		expect(judged).toEqual([[], []]);
	});

	test('is version 3, valid for ten years from five minutes ago, and signed by itself', async () => {
		const {root, issuing} = await create();
		const {version, validity, issuer, subject} = root.certificate;

		expect(issuing).toBeUndefined();
		expect(root.chain).toEqual([]);
		expect(version).toBe(3);
		expect(issuer.text).toBe('CN=Build CA,O=Example');
		expect(subject.text).toBe('CN=Build CA,O=Example');
		expect(validity).toEqual({
			notBefore: new Date('2026-05-31T23:55:00Z'),
			notAfter: new Date('2036-05-29T00:00:00Z'),
		});
	});

	test.each([
		['alone', {}, 0],
		['alone, as asked', {pathLength: 2}, 2],
		['with an issuing CA', {issuing: {subject: 'CN=b'}}, 1],
		['with an issuing CA, as asked', {pathLength: 3, issuing: {subject: 'CN=b'}}, 3],
		['with an issuing CA that has room below it', {issuing: {subject: 'CN=b', pathLength: 1}}, 2],
	])('%s has the path length that fits', async (_case, spec, length) => {
		const {root} = await create(spec);

		expect(decodedValue(root.certificate.basicConstraints)).toEqual({isCa: true, pathLength: length});
	});

	test.each([
		[{pathLength: -1}],
		[{pathLength: 1.5}],
		[{pathLength: 6}],
		[{pathLength: 0, issuing: {subject: 'CN=b'}}],
		[{issuing: {subject: 'CN=b', pathLength: -1}}],
	])('with %j is refused', async spec => {
		await expect(create(spec)).rejects.toMatchObject({code: 'PATH_LENGTH_INVALID'});
	});

	test('takes a lifetime of its own, and the issuing CA ends no later', async () => {
		const {root, issuing} = await create({lifetime: {days: 30}, issuing: {subject: 'CN=b'}});

		expect(root.certificate.validity.notAfter).toEqual(new Date('2026-07-01T00:00:00Z'));
		expect(issuing?.certificate.validity.notAfter).toEqual(new Date('2026-07-01T00:00:00Z'));
	});
});

describe('what breaks a rule is refused, naming the rule', () => {
	test.each<[readonly KeyUsage[], string]>([
		[['cRLSign'], 'anchor-key-cert-sign'],
		[[], 'anchor-key-cert-sign'],
	])('key usage %j', async (keyUsage, rule) => {
		await expect(create({keyUsage})).rejects.toMatchObject({
			code: 'RULE_BROKEN',
			message: expect.stringContaining(rule),
		});
	});

	test('an issuing CA of the same name as its root', async () => {
		await expect(create({issuing: {subject: 'CN=Build CA, O=Example'}})).rejects.toMatchObject({
			code: 'SUBJECT_INVALID',
		});
	});

	test('an issuing CA that outlives its root', async () => {
		await expect(
			create({lifetime: {days: 10}, issuing: {subject: 'CN=b', lifetime: {days: 11}}}),
		).rejects.toMatchObject({code: 'VALIDITY_INVALID'});
	});
});
