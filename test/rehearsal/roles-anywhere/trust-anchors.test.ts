import {describe, expect, test} from 'vitest';
import {issueForTest, pki} from '../../support/certificates.ts';
import {callRolesAnywhere, member, memberOf, rehearsalForTest} from '../../support/rehearsal.ts';

function bundle(x509CertificateData: string) {
	return {sourceType: 'CERTIFICATE_BUNDLE', sourceData: {x509CertificateData}};
}

const BAD = 'ValidationException: Error creating TrustAnchor. Bad certificate data';

describe('a trust anchor', () => {
	test('is created as it was sent, disabled unless said otherwise, with the default notifications', async () => {
		const rehearsal = await rehearsalForTest();
		const {root} = await pki();
		const {status, value} = await callRolesAnywhere(rehearsal, 'POST /trustanchors', {
			name: 'Build hosts_1-a',
			source: bundle(root.pem),
		});
		expect(status).toBe(201);
		const id = member(value, 'trustAnchor', 'trustAnchorId');
		expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
		expect(value['trustAnchor']).toMatchObject({
			trustAnchorArn: `arn:aws:rolesanywhere:us-east-1:111122223333:trust-anchor/${id}`,
			name: 'Build hosts_1-a',
			enabled: false,
			source: bundle(root.pem),
			createdAt: '2026-06-01T00:00:00.000Z',
			notificationSettings: ['CA_CERTIFICATE_EXPIRY', 'END_ENTITY_CERTIFICATE_EXPIRY'].map(event => ({
				event,
				enabled: true,
				threshold: 45,
				channel: 'ALL',
				configuredBy: 'rolesanywhere.amazonaws.com',
			})),
		});
	});

	test('may have the same name and certificate as another', async () => {
		const rehearsal = await rehearsalForTest();
		const {root} = await pki();
		const request = {name: 'twice', source: bundle(root.pem)};
		const one = await callRolesAnywhere(rehearsal, 'POST /trustanchors', request);
		const other = await callRolesAnywhere(rehearsal, 'POST /trustanchors', request);
		expect(member(one.value, 'trustAnchor', 'trustAnchorId')).not.toBe(
			member(other.value, 'trustAnchor', 'trustAnchorId'),
		);
	});

	test.each([
		['escaped line feeds', (pem: string) => pem.replaceAll('\n', '\\n'), BAD],
		['one line', (pem: string) => pem.replaceAll('\n', ' '), BAD],
		['carriage returns', (pem: string) => pem.replaceAll('\n', '\r\n'), BAD],
		['a wrong label', (pem: string) => pem.replaceAll('CERTIFICATE', 'TRUSTED CERTIFICATE'), BAD],
		['bytes that are no certificate', () => '-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n', BAD],
		['nothing', () => ' ', BAD],
		[
			'a private key beside',
			(pem: string) => `${pem}-----BEGIN PRIVATE KEY-----\nMAA=\n-----END PRIVATE KEY-----\n`,
			BAD,
		],
		['three certificates', (pem: string) => pem.repeat(3), 'ValidationException: '],
		['more than 16 000 characters', (pem: string) => pem.padEnd(16_001, '\n'), 'length less than or equal to 16000'],
	])('is refused with %s', async (_case, change, refusal) => {
		const rehearsal = await rehearsalForTest();
		const source = bundle(change((await pki()).root.pem));
		const answer = await callRolesAnywhere(rehearsal, 'POST /trustanchors', {name: 'a', source});
		expect(answer.status).toBe(400);
		expect(answer.refusal).toContain(refusal);
	});

	test.each([
		['an end-entity certificate', {role: 'end-entity'}],
		['no basic constraints', {role: 'anchor', basicConstraints: 'absent'}],
		['basic constraints of no CA', {role: 'anchor', basicConstraints: {isCa: false}}],
		['no right to sign certificates', {role: 'anchor', keyUsage: ['digitalSignature']}],
	] as const)('is refused with %s, in the words of the service', async (_case, differsBy) => {
		const rehearsal = await rehearsalForTest();
		const source = bundle((await issueForTest(differsBy)).pem);
		const answer = await callRolesAnywhere(rehearsal, 'POST /trustanchors', {name: 'a', source});
		expect(answer.refusal).toBe('ValidationException: Incorrect basic constraints for CA certificate');
	});

	test.each([
		['both kinds of data', {sourceType: 'CERTIFICATE_BUNDLE', sourceData: {x509CertificateData: 'a', acmPcaArn: 'b'}}],
		['data that do not fit its type', {sourceType: 'CERTIFICATE_BUNDLE', sourceData: {acmPcaArn: 'b'}}],
		['no type', {sourceData: {x509CertificateData: 'a'}}],
		['no data', {sourceType: 'CERTIFICATE_BUNDLE'}],
		['a private CA, which is not here', {sourceType: 'AWS_ACM_PCA', sourceData: {acmPcaArn: 'b'}}],
		['a repository', {sourceType: 'SELF_SIGNED_REPOSITORY', sourceData: {x509CertificateData: 'a'}}],
	])('is refused with %s', async (_case, source) => {
		const rehearsal = await rehearsalForTest();
		const answer = await callRolesAnywhere(rehearsal, 'POST /trustanchors', {name: 'a', source});
		expect([answer.status, answer.refusal]).toEqual([400, expect.stringContaining('Error creating TrustAnchor. ')]);
	});

	test.each(['dotted.name', 'a/b', '', 'x'.repeat(256)])('is refused with the name "%s"', async name => {
		const rehearsal = await rehearsalForTest();
		const source = bundle((await pki()).root.pem);
		const answer = await callRolesAnywhere(rehearsal, 'POST /trustanchors', {name, source});
		expect(answer.refusal).toContain("at 'name' failed to satisfy constraint");
	});

	test('keeps its ARN and its being enabled when updated', async () => {
		const rehearsal = await rehearsalForTest();
		const {root, issuing} = await pki();
		const {value} = await callRolesAnywhere(rehearsal, 'POST /trustanchors', {
			name: 'before',
			source: bundle(root.pem),
			enabled: true,
		});
		const id = member(value, 'trustAnchor', 'trustAnchorId');
		const updated = await callRolesAnywhere(rehearsal, `PATCH /trustanchor/${id}`, {
			name: 'after',
			source: bundle(`${root.pem}${issuing.pem}`),
			enabled: false,
		});
		expect(updated.value['trustAnchor']).toMatchObject({
			trustAnchorId: id,
			name: 'after',
			enabled: true,
			source: bundle(`${root.pem}${issuing.pem}`),
		});
		const {refusal} = await callRolesAnywhere(rehearsal, `PATCH /trustanchor/${id}`, {source: bundle('x')});
		expect(refusal).toBe(BAD);
	});

	test('is gone once deleted, and every operation on it then finds nothing', async () => {
		const rehearsal = await rehearsalForTest();
		const {value} = await callRolesAnywhere(rehearsal, 'POST /trustanchors', {
			name: 'a',
			source: bundle((await pki()).root.pem),
		});
		const id = member(value, 'trustAnchor', 'trustAnchorId');
		expect((await callRolesAnywhere(rehearsal, `DELETE /trustanchor/${id}`)).status).toBe(200);
		for (const target of [
			`GET /trustanchor/${id}`,
			`DELETE /trustanchor/${id}`,
			`POST /trustanchor/${id}/enable`,
		] as const) {
			const answer = await callRolesAnywhere(rehearsal, target);
			expect([answer.status, answer.refusal]).toEqual([
				404,
				"ResourceNotFoundException: Specified Trust Anchor wasn't found.",
			]);
		}

		expect((await callRolesAnywhere(rehearsal, 'GET /trustanchors')).value).toEqual({trustAnchors: []});
	});

	test('is refused beyond fifty', async () => {
		const rehearsal = await rehearsalForTest();
		const request = {name: 'a', source: bundle((await pki()).root.pem)};
		for (let count = 0; count < 50; count++) {
			expect((await callRolesAnywhere(rehearsal, 'POST /trustanchors', request)).status).toBe(201);
		}

		expect((await callRolesAnywhere(rehearsal, 'POST /trustanchors', request)).status).toBe(400);
	});
});

describe('notification settings', () => {
	test('are set, kept beside the others, and reset', async () => {
		const rehearsal = await rehearsalForTest();
		const {value} = await callRolesAnywhere(rehearsal, 'POST /trustanchors', {
			name: 'a',
			source: bundle((await pki()).root.pem),
			notificationSettings: [{event: 'END_ENTITY_CERTIFICATE_EXPIRY', enabled: false}],
		});
		const trustAnchorId = member(value, 'trustAnchor', 'trustAnchorId');
		expect(memberOf(value, 'trustAnchor', 'notificationSettings', 1)).toEqual({
			event: 'END_ENTITY_CERTIFICATE_EXPIRY',
			enabled: false,
			channel: 'ALL',
			configuredBy: '111122223333',
		});

		const put = await callRolesAnywhere(rehearsal, 'PATCH /put-notifications-settings', {
			trustAnchorId,
			notificationSettings: [{event: 'CA_CERTIFICATE_EXPIRY', enabled: true, threshold: 360}],
		});
		expect(memberOf(put.value, 'trustAnchor', 'notificationSettings', 0, 'threshold')).toBe(360);
		expect(memberOf(put.value, 'trustAnchor', 'notificationSettings', 1, 'enabled')).toBe(false);

		const reset = await callRolesAnywhere(rehearsal, 'PATCH /reset-notifications-settings', {
			trustAnchorId,
			notificationSettingKeys: [{event: 'END_ENTITY_CERTIFICATE_EXPIRY'}],
		});
		expect(memberOf(reset.value, 'trustAnchor', 'notificationSettings', 0, 'threshold')).toBe(360);
		expect(memberOf(reset.value, 'trustAnchor', 'notificationSettings', 1)).toMatchObject({
			enabled: true,
			threshold: 45,
		});
	});

	test.each([
		['no threshold while enabled', {event: 'CA_CERTIFICATE_EXPIRY', enabled: true}],
		['a threshold of zero', {event: 'CA_CERTIFICATE_EXPIRY', enabled: true, threshold: 0}],
		['a threshold of 361', {event: 'CA_CERTIFICATE_EXPIRY', enabled: true, threshold: 361}],
		['another channel', {event: 'CA_CERTIFICATE_EXPIRY', enabled: true, threshold: 1, channel: 'Health'}],
		['another event', {event: 'EXPIRY', enabled: true, threshold: 1}],
		['no word on enabling', {event: 'CA_CERTIFICATE_EXPIRY', threshold: 1}],
	])('are refused with %s', async (_case, setting) => {
		const rehearsal = await rehearsalForTest();
		const {value} = await callRolesAnywhere(rehearsal, 'POST /trustanchors', {
			name: 'a',
			source: bundle((await pki()).root.pem),
		});
		const answer = await callRolesAnywhere(rehearsal, 'PATCH /put-notifications-settings', {
			trustAnchorId: member(value, 'trustAnchor', 'trustAnchorId'),
			notificationSettings: [setting],
		});
		expect(answer.status).toBe(400);
	});
});
