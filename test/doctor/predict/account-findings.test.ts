import {describe, expect, test} from 'vitest';
import {absent, seen} from '../../../src/doctor/evidence/look.ts';
import {accountFindings} from '../../../src/doctor/predict/account-findings.ts';
import {pki, testTime} from '../../support/certificates.ts';
import {names, openTrustPolicy} from '../../support/decide.ts';
import {hierarchyKey, listRevoked} from '../../support/hierarchy.ts';
import {changed, type EvidenceDiffersBy, evidenceForTest} from '../../support/predictions/evidence.ts';

/** A trust policy with one condition more than none. */
function policyAsking(condition: object): string {
	const policy = JSON.parse(openTrustPolicy);
	return JSON.stringify({...policy, Statement: [{...policy.Statement[0], Condition: condition}]});
}

const scoped = policyAsking({
	ArnEquals: {'aws:SourceArn': names.anchor},
	StringEquals: {'aws:PrincipalTag/x509Subject/CN': 'host.example.com'},
});

function roleWith(trustPolicy: string, differsBy: {readonly createdAt?: string} = {}) {
	return {role: seen({arn: names.role, trustPolicy, maxSessionDuration: 3600, ...differsBy})};
}

async function foundWhere(differsBy: EvidenceDiffersBy = {}) {
	const evidence = await evidenceForTest({...differsBy, account: {...roleWith(scoped), ...differsBy.account}});
	return accountFindings(evidence).map(({rule}) => rule);
}

test('a sound account has nothing to be said of it', async () => {
	expect(await foundWhere()).toEqual([]);
});

test('nor has one that nobody saw, or that no command names', async () => {
	const {account} = await evidenceForTest();
	const unseen = {administrator: absent, trustAnchor: absent, profile: absent, role: absent, crls: absent};

	expect(await foundWhere({account: {...account, ...unseen}})).toEqual([]);
	expect(await foundWhere({evidence: {command: absent}})).toEqual([]);
});

describe('whom a trust policy lets in', () => {
	test.each([
		['no condition', openTrustPolicy, 'every certificate of every trust anchor in the account'],
		[
			'the account alone',
			policyAsking({StringEquals: {'aws:SourceAccount': '111122223333'}}),
			'every certificate of every trust anchor in the account',
		],
		[
			'the trust anchor alone',
			policyAsking({ArnEquals: {'aws:SourceArn': names.anchor}}),
			'every certificate of the trust anchor',
		],
		[
			'the trust anchor and the issuer',
			policyAsking({
				ArnEquals: {'aws:SourceArn': names.anchor},
				StringEquals: {'aws:PrincipalTag/x509Issuer/CN': 'Test Issuing'},
			}),
			'every certificate of the trust anchor',
		],
		[
			'a condition that a missing tag meets',
			policyAsking({StringNotEquals: {'aws:PrincipalTag/x509Subject/OU': 'Sales'}}),
			'every certificate of every trust anchor in the account',
		],
	])('with %s is said', async (_title, policy, whom) => {
		const findings = accountFindings(await evidenceForTest({account: roleWith(policy)}));
		expect(findings.map(({message}) => message)).toEqual([`${names.role} lets in ${whom}.`]);
	});

	test('with a subject is nobody else', async () => {
		const bySubject = policyAsking({StringEquals: {'aws:PrincipalTag/x509Subject/O': 'Example'}});
		expect(await foundWhere({account: roleWith(bySubject)})).toEqual([]);
	});
});

describe('a list that is not enabled', () => {
	async function listing(serial: Uint8Array, signer = 'issuer') {
		const {issuing} = await pki();
		const other = hierarchyKey();
		const data = listRevoked({
			issuer: issuing.certificate.subject.der,
			signer: signer === 'issuer' ? {...other, privateKey: issuing.privateKey} : other,
			revoked: [{serial}],
			authorityKeyIdentifier: 'absent',
		});
		return seen([
			{
				id: 'a',
				arn: 'arn:aws:rolesanywhere:us-east-1:111122223333:crl/a',
				name: 'gone',
				isEnabled: false,
				trustAnchorArn: names.anchor,
				data: Buffer.from(data).toString('base64'),
			},
		]);
	}

	test('is told where it names the certificate', async () => {
		const {endEntity} = await pki();
		const {octets} = endEntity.certificate.serial;

		expect(await foundWhere({account: {crls: await listing(octets)}})).toEqual(['account-crl-enabled']);
		expect(await foundWhere({account: {crls: await listing(octets, 'somebody else')}})).toEqual([]);
		expect(await foundWhere({account: {crls: await listing(Uint8Array.of(1))}})).toEqual([]);
	});
});

describe('the subject', () => {
	async function remembering(serialNumber: string, hasFailed: boolean) {
		const credentials = [{serialNumber, isEnabled: true, hasFailed, seenAt: '2026-05-31T00:00:00Z'}];
		return {subject: seen({arn: 'a', subject: 'CN=host.example.com,O=Example', isEnabled: true, credentials})};
	}

	test('tells of the last use of this certificate, in whatever way its number is written', async () => {
		const {serial} = (await pki()).endEntity.certificate;

		expect(await foundWhere({account: await remembering(serial.decimal, true)})).toEqual(['account-last-use-granted']);
		expect(await foundWhere({account: await remembering(serial.hex.toUpperCase(), true)})).toEqual([
			'account-last-use-granted',
		]);
		expect(await foundWhere({account: await remembering(serial.decimal, false)})).toEqual([]);
		expect(await foundWhere({account: await remembering('12', true)})).toEqual([]);
	});

	test('is told to be disabled', async () => {
		const subject = seen({arn: 'a', subject: 'CN=a', isEnabled: false, credentials: []});
		expect(await foundWhere({account: {subject}})).toEqual(['account-subject-enabled']);
	});
});

test('the age of a role counts by the service’s clock', async () => {
	const account = roleWith(scoped, {createdAt: testTime.toISOString()});

	expect(await foundWhere({account, clockOffset: 60_000})).toEqual(['account-role-settled']);
	expect(await foundWhere({account, clockOffset: 180_000})).toEqual([]);
});

test('a profile with longer sessions than the role allows is told where the request asks for less', async () => {
	const {account} = await evidenceForTest();
	const profile = changed(account.profile, {durationSeconds: 43_200});

	expect(await foundWhere({account: {profile}, order: {sessionDuration: '3600'}})).toEqual([
		'account-profile-duration',
	]);
	expect(await foundWhere({account: {profile}})).toEqual([]);
	expect(await foundWhere({account: {profile}, maker: 'official-helper'})).toEqual(['account-profile-duration']);
});
