import {spawnSync} from 'node:child_process';
import {describe, expect, test} from 'vitest';
import {pki} from '../../support/certificates.ts';
import {isPresent} from '../../support/judges.ts';
import {callRolesAnywhere, member, rehearsalForTest} from '../../support/rehearsal.ts';
import {revocationListForTest, revocationListPem} from '../../support/revocation-list.ts';

const base64 = (data: string | Uint8Array) => Buffer.from(data).toString('base64');

async function withAnchor() {
	const rehearsal = await rehearsalForTest();
	const {value} = await callRolesAnywhere(rehearsal, 'POST /trustanchors', {
		name: 'a',
		source: {sourceType: 'CERTIFICATE_BUNDLE', sourceData: {x509CertificateData: (await pki()).root.pem}},
	});
	const trustAnchorArn = member(value, 'trustAnchor', 'trustAnchorArn');
	const bring = (crlData: string, differsBy = {}) =>
		callRolesAnywhere(rehearsal, 'POST /crls', {name: 'list', crlData, trustAnchorArn, ...differsBy});
	return {rehearsal, bring, trustAnchorArn};
}

describe('a revocation list', () => {
	test('is kept byte for byte, as PEM or DER', async () => {
		const {bring, trustAnchorArn} = await withAnchor();
		for (const data of [base64(revocationListPem([1, 2])), base64(revocationListForTest([1]))]) {
			const {status, value} = await bring(data, {enabled: true});
			expect(status).toBe(201);
			expect(value['crl']).toMatchObject({crlData: data, trustAnchorArn, enabled: true, name: 'list'});
		}

		expect((await bring(base64(revocationListPem([1])))).refusal).toContain('limit of 2 CRLs');
	});

	test.skipIf(!isPresent('openssl'))('made for these tests is one to openssl too', () => {
		const {status, stdout} = spawnSync('openssl', ['crl', '-noout', '-text'], {
			input: revocationListPem([1, 2]),
			encoding: 'utf8',
		});
		expect([status, stdout.match(/Serial Number/g)?.length]).toEqual([0, 2]);
	});

	test.each([
		['no entries', base64(revocationListPem([])), 'does not revoke any certificate'],
		['no list', base64('hello'), 'Bad CRL data'],
		['a certificate', base64(revocationListForTest([1]).subarray(4)), 'Bad CRL data'],
		['two lists', base64(revocationListPem([1]).repeat(2)), 'Bad CRL data'],
		['trailing bytes', base64(Buffer.concat([revocationListForTest([1]), Buffer.from([0])])), 'Bad CRL data'],
		['nothing', '', 'length greater than or equal to 1'],
		['no base64', '*', 'base64'],
		['more than 300 000 bytes', base64(Buffer.alloc(300_001, 0x30)), 'length less than or equal to 300000'],
	])('with %s is refused', async (_case, crlData, message) => {
		const {bring} = await withAnchor();
		const {status, refusal} = await bring(crlData);
		expect([status, refusal]).toEqual([400, expect.stringContaining(message)]);
	});

	test('needs a trust anchor that is there', async () => {
		const {bring, trustAnchorArn} = await withAnchor();
		const {status, refusal} = await bring(base64(revocationListPem([1])), {trustAnchorArn: `${trustAnchorArn}0`});
		expect([status, refusal]).toEqual([400, "ValidationException: Specified Trust Anchor wasn't found."]);
	});

	test('is replaced by an update and keeps its id', async () => {
		const {rehearsal, bring} = await withAnchor();
		const id = member((await bring(base64(revocationListPem([1])))).value, 'crl', 'crlId');
		const crlData = base64(revocationListPem([3]));
		const updated = await callRolesAnywhere(rehearsal, `PATCH /crl/${id}`, {crlData});
		expect(updated.value['crl']).toMatchObject({crlId: id, name: 'list', crlData});
		expect((await callRolesAnywhere(rehearsal, `PATCH /crl/${id}`, {crlData: 'AAAA'})).status).toBe(400);
	});
});
