import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {Certificate} from '../../src/pki/certificate/certificate.ts';
import {encodePem} from '../../src/pki/intake/pem.ts';
import {encodeQuery} from '../../src/session/canonical-request.ts';
import {signRequest} from '../../src/session/sign.ts';
import {awsCli} from '../support/aws-cli.ts';
import {testTime} from '../support/certificates.ts';
import {openTrustPolicy} from '../support/decide.ts';
import {listRevoked} from '../support/hierarchy.ts';
import {isPresent} from '../support/judges.ts';
import {hostCertificate, issuerCertificate, pathKeys, pathNames, rootCertificate} from '../support/path-question.ts';
import {callQuery, callRolesAnywhere, fetchWire, member, rehearsalForTest} from '../support/rehearsal.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

/** A rehearsal with an anchor, a role and a profile, a clock that can be set, and a question for a session. */
async function world() {
	const clock = {now: testTime};
	const rehearsal = await rehearsalForTest({now: () => clock.now});
	const anchor = await callRolesAnywhere(rehearsal, 'POST /trustanchors', {
		name: 'anchor',
		enabled: true,
		source: {
			sourceType: 'CERTIFICATE_BUNDLE',
			sourceData: {x509CertificateData: encodePem('CERTIFICATE', rootCertificate())},
		},
	});
	await callQuery(rehearsal, 'iam', {
		Action: 'CreateRole',
		RoleName: 'Uploader',
		AssumeRolePolicyDocument: openTrustPolicy,
	});
	const roleArn = 'arn:aws:iam::111122223333:role/Uploader';
	const profile = await callRolesAnywhere(rehearsal, 'POST /profiles', {name: 'p', roleArns: [roleArn], enabled: true});
	const arns = {
		profileArn: member(profile.value, 'profile', 'profileArn'),
		roleArn,
		trustAnchorArn: member(anchor.value, 'trustAnchor', 'trustAnchorArn'),
	};
	const certificate = hostCertificate();
	const ask = async () => {
		const read = Certificate.read(certificate);
		const rawQuery = encodeQuery(arns);
		const request = {method: 'POST', host: `127.0.0.1:${rehearsal.port}`, path: '/sessions', rawQuery} as const;
		const headers = signRequest(
			{...request, body: Buffer.from('{}'), region: rehearsal.region},
			{
				certificate,
				serial: read.ok ? read.value.serial.decimal : '',
				chain: [issuerCertificate('ca', 'root')],
				privateKey: pathKeys.host.privateKey,
			},
			clock.now,
		);
		const answer = await fetchWire(rehearsal, {method: 'POST', target: `/sessions?${rawQuery}`, headers, body: '{}'});
		return answer.status === 201 ? 'allowed' : `${answer.status} ${member(JSON.parse(answer.body), 'message')}`;
	};
	return {rehearsal, ask, clock, trustAnchorArn: arns.trustAnchorArn};
}

const list = () => listRevoked({issuer: pathNames.ca, signer: pathKeys.ca, revoked: [{serial: 4, reason: 1}]});

describe('CreateSession after ImportCrl', () => {
	test('is refused while the list is enabled', async () => {
		const {rehearsal, ask, trustAnchorArn} = await world();
		expect(await ask()).toBe('allowed');
		const crl = await callRolesAnywhere(rehearsal, 'POST /crls', {
			name: 'list',
			crlData: Buffer.from(encodePem('X509 CRL', list())).toString('base64'),
			trustAnchorArn,
			enabled: true,
		});
		expect(await ask()).toBe('403 Certificate revoked');
		const id = member(crl.value, 'crl', 'crlId');
		await callRolesAnywhere(rehearsal, `POST /crl/${id}/disable`, {});
		expect(await ask()).toBe('allowed');
	});
});

describe.runIf(isPresent('aws'))('the AWS CLI', () => {
	test('imports a list that then revokes', async () => {
		const {rehearsal, ask, clock, trustAnchorArn} = await world();
		clock.now = new Date(); // The CLI signs by no other clock.
		const home = temporaryFolder();
		const file = path.join(home, 'list.crl');
		writeFileSync(file, encodePem('X509 CRL', list()));
		const aws = awsCli(rehearsal, home);
		expect(await ask()).toBe('allowed');
		const words = [
			'import-crl',
			'--name',
			'list',
			'--crl-data',
			`fileb://${file}`,
			'--trust-anchor-arn',
			trustAnchorArn,
		];
		const {code, error} = await aws(['rolesanywhere', ...words, '--enabled']);
		expect([code, error]).toEqual([0, '']);
		expect(await ask()).toBe('403 Certificate revoked');
	});
});
