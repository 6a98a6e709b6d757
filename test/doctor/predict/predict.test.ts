import {describe, expect, test} from 'vitest';
import {absent, seen} from '../../../src/doctor/evidence/look.ts';
import {predict} from '../../../src/doctor/predict/predict.ts';
import {issueForTest, pki, testTime} from '../../support/certificates.ts';
import {names, openTrustPolicy} from '../../support/decide.ts';
import {
	changed,
	dark,
	type EvidenceDiffersBy,
	endpointIn,
	evidenceForTest,
	fileOf,
} from '../../support/predictions/evidence.ts';

async function predictedWhere(differsBy: EvidenceDiffersBy) {
	return predict(await evidenceForTest(differsBy));
}

const nothingOfAccount = {trustAnchor: dark, profile: dark, role: dark, crls: dark};
const denied = (message: string, isRecorded = true) => ({
	state: 'refused',
	code: 'AccessDeniedException',
	message,
	isRecorded,
});

describe('where everything was seen', () => {
	test('a session is predicted with its ARN and duration', async () => {
		const {endEntity} = await pki();

		expect(await predictedWhere({})).toEqual({
			prediction: {
				state: 'granted',
				assumedRoleArn: `arn:aws:sts::111122223333:assumed-role/Uploader/${endEntity.certificate.serial.hex}`,
				durationSeconds: 3600,
			},
			findings: [],
		});
	});

	test('a refusal has the service’s words, the stage, and whether the words are known', async () => {
		const {account} = await evidenceForTest();
		const disabled = await predictedWhere({account: {trustAnchor: changed(account.trustAnchor, {isEnabled: false})}});
		const absentAnchor = await predictedWhere({account: {trustAnchor: absent}});

		expect(disabled).toMatchObject({
			prediction: denied('Specified Trust Anchor is disabled.', false),
			stage: 'trust-anchor',
		});
		expect(disabled.findings.map(({rule}) => rule)).toEqual(['session-trust-anchor-enabled']);
		expect(absentAnchor.prediction).toEqual(denied("Specified Trust Anchor wasn't found."));
	});

	test('the service’s clock counts for dates, and this machine’s for the signature', async () => {
		const {pem, privateKey} = await issueForTest({notAfter: new Date(testTime.getTime() + 60_000)});
		const key = String(privateKey.export({type: 'pkcs8', format: 'pem'}));
		const files = {certificate: fileOf(pem), privateKey: fileOf(key)};

		expect((await predictedWhere({files})).prediction.state).toBe('granted');
		expect((await predictedWhere({files, clockOffset: 120_000})).stage).toBe('end-entity');
		expect((await predictedWhere({clockOffset: 290_000})).prediction.state).toBe('granted');
		expect((await predictedWhere({clockOffset: -310_000})).prediction).toEqual(denied('Invalid signature'));
	});

	test('a key of another certificate makes the signature invalid', async () => {
		const {root} = await pki();
		const privateKey = fileOf(String(root.privateKey.export({type: 'pkcs8', format: 'pem'})));

		const {prediction, findings} = await predictedWhere({files: {privateKey}});

		expect(prediction).toEqual(denied('Invalid signature'));
		expect(findings[0]?.message).toBe(
			'The signature does not hold: the private key does not belong to the certificate',
		);
	});

	test.each([
		['ed25519', 'own'],
		['rsa-pss', 'official-helper'],
	] as const)('a key that no helper signs with, %s, does so too', async (algorithm, maker) => {
		const {pem, privateKey} = await issueForTest({algorithm});
		const key = fileOf(String(privateKey.export({type: 'pkcs8', format: 'pem'})));

		expect((await predictedWhere({maker, files: {certificate: fileOf(pem), privateKey: key}})).prediction).toEqual(
			denied('Invalid signature'),
		);
	});

	test('what is of another region or account than the trust anchor is not found', async () => {
		const profileArn = names.profile.replace('us-east-1', 'eu-west-1');
		const roleArn = names.role.replace('111122223333', '444455556666');
		const {account} = await evidenceForTest();
		const profile = changed(account.profile, {roleArns: [roleArn]});

		expect((await predictedWhere({order: {profileArn}})).prediction).toEqual(
			denied('Invalid or empty profile provided.'),
		);
		expect((await predictedWhere({order: {roleArn}, account: {profile}})).stage).toBe('assume-role');
	});

	test('a request that is sent to another region finds no trust anchor there', async () => {
		expect((await predictedWhere({endpoint: endpointIn('eu-west-1')})).prediction).toEqual(
			denied("Specified Trust Anchor wasn't found."),
		);
	});

	test('a signature for another region than the one that answers is invalid', async () => {
		expect((await predictedWhere({endpoint: endpointIn('us-east-1', 'eu-west-1')})).prediction).toEqual(
			denied('Invalid signature'),
		);
	});

	test('a duration that is no number is refused for its form', async () => {
		const {prediction, stage} = await predictedWhere({order: {sessionDuration: '1h'}});

		expect(stage).toBe('request');
		expect(prediction).toMatchObject({state: 'refused', code: 'ValidationException'});
	});

	test('the official helper asks for an hour unless told otherwise', async () => {
		const {account} = await evidenceForTest();
		const profile = changed(account.profile, {durationSeconds: 7200});

		expect((await predictedWhere({account: {profile}})).stage).toBe('assume-role');
		expect((await predictedWhere({maker: 'official-helper', account: {profile}})).prediction).toMatchObject({
			state: 'granted',
			durationSeconds: 3600,
		});
	});
});

describe('where nobody saw the account', () => {
	test('a good request comes to no prediction, and what is missing is said', async () => {
		expect(await predictedWhere({account: nothingOfAccount})).toEqual({
			prediction: {
				state: 'unknown',
				missing: 'the trust anchor, the imported revocation lists, the Roles Anywhere profile, the role',
			},
			findings: [],
		});
	});

	test('the form of the request is still judged', async () => {
		const {prediction} = await predictedWhere({order: {sessionDuration: '100'}, account: nothingOfAccount});

		expect(prediction).toMatchObject({state: 'refused', code: 'ValidationException'});
		expect(prediction).not.toHaveProperty('provided');
	});

	test('so is a key that does not belong to the certificate', async () => {
		const {root} = await pki();
		const privateKey = fileOf(String(root.privateKey.export({type: 'pkcs8', format: 'pem'})));

		expect((await predictedWhere({files: {privateKey}, account: nothingOfAccount})).prediction).toEqual({
			...denied('Invalid signature'),
			provided: 'the trust anchor',
		});
	});

	test.each([
		['without digitalSignature', {keyUsage: ['keyEncipherment']}, true],
		['that is expired', {notAfter: new Date('2026-05-31T00:00:00Z')}, false],
		['of version 1', {version: 1}, true],
	] as const)('so is a certificate %s', async (_title, differsBy, isRecorded) => {
		const {pem, privateKey} = await issueForTest(differsBy);
		const key = fileOf(String(privateKey.export({type: 'pkcs8', format: 'pem'})));
		const files = {certificate: fileOf(pem), privateKey: key};

		const {prediction, stage} = await predictedWhere({files, account: nothingOfAccount});

		expect(stage).toBe('end-entity');
		expect(prediction).toMatchObject({state: 'refused', isRecorded, provided: 'the trust anchor'});
	});

	test('nothing is made of a chain that nobody can follow', async () => {
		const files = {intermediates: absent};

		expect((await predictedWhere({files, account: nothingOfAccount})).prediction.state).toBe('unknown');
		expect((await predictedWhere({files})).stage).toBe('path');
	});
});

describe('where one thing was not seen', () => {
	test.each([
		['profile', 'the Roles Anywhere profile'],
		['role', 'the role'],
		['crls', 'the imported revocation lists'],
		['trustAnchor', 'the trust anchor'],
	] as const)('%s is missing for a session', async (part, missing) => {
		expect((await predictedWhere({account: {[part]: dark}})).prediction).toEqual({state: 'unknown', missing});
	});

	test('a refusal before it holds', async () => {
		const {account} = await evidenceForTest();
		const profile = changed(account.profile, {isEnabled: false});

		expect((await predictedWhere({account: {profile, role: dark}})).prediction).toEqual(
			denied('Invalid or empty profile provided.', false),
		);
	});

	test('a refusal behind it holds, with what it takes for granted', async () => {
		expect((await predictedWhere({account: {crls: dark, role: absent}})).prediction).toEqual({
			...denied(`Unable to assume role for ${names.role}.`),
			provided: 'the imported revocation lists',
		});
	});

	test('a trust policy that asks for tags says nothing without the mappings of the profile', async () => {
		const policy = JSON.parse(openTrustPolicy);
		const asking = (condition: object) =>
			seen({
				arn: names.role,
				maxSessionDuration: 3600,
				trustPolicy: JSON.stringify({...policy, Statement: [{...policy.Statement[0], Condition: condition}]}),
			});
		const byTag = asking({StringEquals: {'aws:PrincipalTag/x509Subject/CN': 'nobody'}});
		const byAnchor = asking({ArnEquals: {'aws:SourceArn': `${names.anchor}0`}});

		expect((await predictedWhere({account: {profile: dark, role: byTag}})).prediction.state).toBe('unknown');
		expect((await predictedWhere({account: {profile: dark, role: byAnchor}})).prediction).toMatchObject({
			state: 'refused',
			provided: 'the Roles Anywhere profile',
		});
	});

	test('a private key that cannot be opened leaves the signature open', async () => {
		expect((await predictedWhere({files: {privateKey: dark}})).prediction).toEqual({
			state: 'unknown',
			missing: 'whether the private key belongs to the certificate',
		});
	});

	test('a private key that cannot be opened may belong to any certificate of the file', async () => {
		const {root, issuing, endEntity} = await pki();
		const files = {privateKey: dark, certificate: fileOf(issuing.pem + endEntity.pem)};
		const authorities = {privateKey: dark, certificate: fileOf(root.pem + issuing.pem)};

		expect((await predictedWhere({files})).prediction.state).toBe('unknown');
		expect((await predictedWhere({files: authorities})).prediction).toMatchObject({
			state: 'refused',
			provided: 'whether the private key belongs to the certificate',
		});
	});

	test('clocks that nobody compared leave the session open', async () => {
		expect((await predictedWhere({clockOffset: 'unseen'})).prediction).toEqual({
			state: 'unknown',
			missing: "the service's clock",
		});
	});

	test('without the certificate, what does not depend on it is judged', async () => {
		const {account} = await evidenceForTest();
		const profile = changed(account.profile, {isEnabled: false});

		expect((await predictedWhere({files: {certificate: dark}})).prediction).toEqual({
			state: 'unknown',
			missing: 'the certificate',
		});
		expect((await predictedWhere({files: {certificate: dark}, account: {profile}})).prediction).toEqual({
			...denied('Invalid or empty profile provided.', false),
			provided: 'the certificate',
		});
	});

	test('intermediate certificates that cannot be read may be the right ones', async () => {
		expect((await predictedWhere({files: {intermediates: dark}})).prediction).toEqual({
			state: 'unknown',
			missing: 'the intermediate certificates',
		});
	});

	test('a trust anchor of AWS Private CA shows no certificate', async () => {
		const trustAnchor = seen({
			id: 'a',
			arn: names.anchor,
			name: 'a',
			isEnabled: true,
			sourceType: 'AWS_ACM_PCA',
			privateCaArn: 'arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/a',
		});

		expect((await predictedWhere({account: {trustAnchor}})).prediction).toEqual({
			state: 'unknown',
			missing: "the trust anchor's certificate",
		});
	});
});

describe('where it cannot be told which helper is run', () => {
	test('what both come to is predicted', async () => {
		expect((await predictedWhere({maker: 'other'})).prediction.state).toBe('granted');
		expect((await predictedWhere({maker: 'other', account: {role: absent}})).stage).toBe('assume-role');
	});

	test('a refusal in other words takes for granted which one it is', async () => {
		const {account} = await evidenceForTest();
		const profile = changed(account.profile, {durationSeconds: 7200, isEnabled: true});
		const policy = JSON.parse(openTrustPolicy);
		const trustPolicy = JSON.stringify({...policy, Statement: [{...policy.Statement[0], Action: 'sts:AssumeRole'}]});
		const {endEntity, issuing} = await pki();
		const files = {certificate: fileOf(issuing.pem + endEntity.pem)};
		const role = seen({arn: names.role, trustPolicy, maxSessionDuration: 3600});

		expect((await predictedWhere({maker: 'other', files, account: {profile, role}})).prediction).toMatchObject({
			state: 'refused',
			message: `Unable to assume role for ${names.role}.`,
			provided: 'which helper is run',
		});
	});

	test('what they differ in is not', async () => {
		const {endEntity, issuing} = await pki();
		const files = {certificate: fileOf(issuing.pem + endEntity.pem)};

		expect((await predictedWhere({files})).prediction.state).toBe('granted');
		expect((await predictedWhere({files, maker: 'official-helper'})).stage).toBe('signature');
		expect((await predictedWhere({files, maker: 'other'})).prediction).toEqual({
			state: 'unknown',
			missing: 'which helper is run',
		});
	});
});

test('without a command there is nothing to predict', async () => {
	expect((await predictedWhere({evidence: {command: absent}})).prediction).toEqual({
		state: 'unknown',
		missing: 'what clients are told to run',
	});
});
