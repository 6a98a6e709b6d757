import {describe, expect, test} from 'vitest';
import type {KeyUsage} from '../../../src/pki/certificate/certificate.ts';
import {keyMatchesCertificate} from '../../../src/pki/intake/load.ts';
import {type EndEntitySpec, issueEndEntity} from '../../../src/pki/issuing/end-entity.ts';
import {createIssuers} from '../../../src/pki/issuing/issuer.ts';
import {judgeCertificate} from '../../../src/rules/judge-certificate.ts';
import {issuingForTest} from '../../support/issuing.ts';

const {root, issuing = root} = await createIssuers(
	{subject: 'CN=Build CA', lifetime: {days: 400}, issuing: {subject: 'CN=Build CA issuing'}},
	issuingForTest,
);

function issue(spec: Partial<EndEntitySpec> = {}) {
	return issueEndEntity({subject: 'CN=host-1', ...spec}, issuing, issuingForTest);
}

describe('an end-entity certificate', () => {
	test('keeps every rule, warnings and notices included', async () => {
		const {certificate} = await issue({alternativeNames: {dns: ['host-1.example.com']}});

		expect(judgeCertificate({certificate, role: 'end-entity', at: issuingForTest.now})).toEqual([]);
	});

	test('belongs to the key it comes with, and travels with its issuer but not with the root', async () => {
		const {certificate, key, chain} = await issue();

		expect(keyMatchesCertificate(key.toKeyObject(), certificate)).toBe(true);
		expect(chain.map(({subject}) => subject.text)).toEqual(['CN=Build CA issuing']);
		expect((await issueEndEntity({subject: 'CN=a'}, root, issuingForTest)).chain).toEqual([]);
	});

	test('has a random positive serial of 159 bits, never the same twice', async () => {
		const serials = (await Promise.all(Array.from({length: 200}, () => issue()))).map(
			({certificate}) => certificate.serial,
		);

		expect(new Set(serials.map(({decimal}) => decimal)).size).toBe(200);
		for (const {octets, value} of serials) {
			expect(octets).toHaveLength(20);
			expect(value >> 158n).toBe(1n);
		}
	});

	test('takes its serial from the random octets that it is given, whatever they are', async () => {
		for (const octet of [0x00, 0xff]) {
			const random = (count: number) => new Uint8Array(count).fill(octet);
			const {certificate} = await issueEndEntity({subject: 'CN=a'}, issuing, {...issuingForTest, random});
			expect(certificate.serial.hex).toMatch(octet === 0 ? /^40(00){19}$/ : /^7f(ff){19}$/);
		}
	});

	test('has the key usages asked for, where they keep the rules', async () => {
		const {certificate} = await issue({keyUsage: ['digitalSignature', 'keyEncipherment']});

		expect(certificate.keyUsage).toMatchObject({value: ['digitalSignature', 'keyEncipherment']});
	});

	test.each<[readonly KeyUsage[]]>([[['keyEncipherment']], [[]]])(
		'with key usage %j is refused, naming the rule',
		async keyUsage => {
			await expect(issue({keyUsage})).rejects.toMatchObject({
				code: 'RULE_BROKEN',
				message: expect.stringContaining('ee-digital-signature'),
			});
		},
	);

	test.each<[Partial<EndEntitySpec>, string]>([
		[{subject: ''}, 'SUBJECT_INVALID'],
		[{subject: `CN=${'x'.repeat(65)}`}, 'SUBJECT_INVALID'],
		[{alternativeNames: {dns: ['no host']}}, 'ALTERNATIVE_NAME_INVALID'],
		[{lifetime: {days: 401}}, 'VALIDITY_INVALID'],
		[{lifetime: {hours: 0}}, 'VALIDITY_INVALID'],
		[{subject: 'CN=host*1'}, 'RULE_BROKEN'],
	])('of %j is refused', async (spec, code) => {
		await expect(issue(spec)).rejects.toMatchObject({code});
	});
});
