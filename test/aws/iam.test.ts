import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {createIam} from '../../src/aws/iam.ts';
import {createSts} from '../../src/aws/sts.ts';
import {accessTo} from '../support/aws-access.ts';
import {isPresent} from '../support/judges.ts';
import {type Moto, startMoto} from '../support/moto.ts';

const TRUST = JSON.stringify({
	Version: '2012-10-17',
	Statement: [
		{
			Effect: 'Allow',
			Principal: {Service: 'rolesanywhere.amazonaws.com'},
			Action: ['sts:AssumeRole', 'sts:TagSession'],
		},
	],
});
const OTHER_TRUST = TRUST.replace('sts:TagSession', 'sts:SetSourceIdentity');
const POLICY = JSON.stringify({
	Version: '2012-10-17',
	Statement: [{Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*'}],
});
const READ_ONLY = 'arn:aws:iam::aws:policy/ReadOnlyAccess';

describe.runIf(isPresent('moto_server'))('IAM and STS as moto judges our calls', () => {
	let moto: Moto;

	beforeAll(async () => {
		moto = await startMoto();
	});

	afterAll(async () => {
		await moto.stop();
	});

	const access = () => accessTo({iam: moto.endpoint, sts: moto.endpoint});

	test('a role is made with its tags, found again, and changed', async () => {
		const {reader, writer} = createIam(access());
		const input = {name: 'made', trustPolicy: TRUST, maxSessionDuration: 3600, description: 'made by a test'};

		const made = await writer.createRole(input, [{key: 'anchorsmith:setup', value: 'test'}]);
		await writer.updateTrustPolicy('made', OTHER_TRUST);
		await writer.updateMaxSessionDuration('made', 7200);

		expect(made.arn).toBe('arn:aws:iam::111122223333:role/made');
		expect(await reader.findRole('made')).toEqual({
			name: 'made',
			arn: 'arn:aws:iam::111122223333:role/made',
			createdAt: expect.stringMatching(/^20.*Z$/),
			trustPolicy: OTHER_TRUST,
			maxSessionDuration: 7200,
			tags: [{key: 'anchorsmith:setup', value: 'test'}],
		});
	});

	test('policies are put, attached, listed and taken away; what is gone already is no error', async () => {
		const {reader, writer} = createIam(access());
		await writer.createRole({name: 'permitted', trustPolicy: TRUST, maxSessionDuration: 3600, description: ''}, []);
		await writer.putRolePolicy('permitted', 'inline', POLICY);
		await writer.attachPolicy('permitted', READ_ONLY);

		expect(JSON.parse((await reader.findRolePolicy('permitted', 'inline')) ?? '')).toEqual(JSON.parse(POLICY));
		expect(await reader.listRolePolicies('permitted')).toEqual(['inline']);
		expect(await reader.listAttachedPolicies('permitted')).toEqual([READ_ONLY]);

		expect(await writer.deleteRolePolicy('permitted', 'inline')).toBe(true);
		expect(await writer.deleteRolePolicy('permitted', 'inline')).toBe(false);
		expect(await writer.detachPolicy('permitted', READ_ONLY)).toBe(true);
		expect(await writer.deleteRole('permitted')).toBe(true);
		expect(await writer.deleteRole('permitted')).toBe(false);
	});

	test('what is not there is undefined or empty', async () => {
		const {reader} = createIam(access());

		expect(await reader.findRole('nobody')).toBeUndefined();
		expect(await reader.findRolePolicy('nobody', 'inline')).toBeUndefined();
		expect(await reader.listAttachedPolicies('nobody')).toEqual([]);
	});

	test('a refusal names the call and the reason that IAM gave', async () => {
		const {writer} = createIam(access());
		const input = {name: 'twice', trustPolicy: TRUST, maxSessionDuration: 3600, description: ''};
		await writer.createRole(input, []);

		await expect(writer.createRole(input, [])).rejects.toMatchObject({
			code: 'AWS_REFUSED',
			refused: {operation: 'iam:CreateRole', status: 409},
		});
	});

	test('STS says whose credentials these are', async () => {
		const sts = createSts(access());

		expect(await sts.getCallerIdentity()).toMatchObject({accountId: '111122223333'});
	});
});

test('a service that cannot be reached is named with its address', async () => {
	const {reader} = createIam(accessTo({iam: 'http://127.0.0.1:1'}));

	await expect(reader.findRole('any')).rejects.toMatchObject({
		code: 'ENDPOINT_UNREACHABLE',
		message: expect.stringContaining('127.0.0.1:1'),
	});
});
