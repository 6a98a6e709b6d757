import {GetRoleCommand, IAMClient, ListRolesCommand} from '@aws-sdk/client-iam';
import {describe, expect, test} from 'vitest';
import {openTrustPolicy} from '../support/decide.ts';
import {callQuery, rehearsalForTest} from '../support/rehearsal.ts';

const PERMISSIONS = JSON.stringify({
	Version: '2012-10-17',
	Statement: [{Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*'}],
});

async function withRole(name = 'Uploader', differsBy: Readonly<Record<string, string>> = {}) {
	const rehearsal = await rehearsalForTest();
	const iam = (parameters: Readonly<Record<string, string>>) => callQuery(rehearsal, 'iam', parameters);
	const made = await iam({
		Action: 'CreateRole',
		RoleName: name,
		AssumeRolePolicyDocument: openTrustPolicy,
		...differsBy,
	});
	return {rehearsal, iam, made};
}

function texts(xml: string, element: string): readonly string[] {
	return [...xml.matchAll(new RegExp(`<${element}>(.*?)</${element}>`, 'gs'))].map(([, text = '']) => text);
}

describe('a role', () => {
	test('is created, shown with its policy percent-encoded, and found by the AWS SDK', async () => {
		const {rehearsal, made} = await withRole('Uploader', {
			Path: '/app/',
			Description: 'a <b> & c',
			MaxSessionDuration: '43200',
			'Tags.member.1.Key': 'team',
			'Tags.member.1.Value': 'a',
		});
		expect([made.status, texts(made.xml, 'Arn'), texts(made.xml, 'AssumeRolePolicyDocument')]).toEqual([
			200,
			['arn:aws:iam::111122223333:role/app/Uploader'],
			[encodeURIComponent(openTrustPolicy)],
		]);

		const client = new IAMClient({
			endpoint: rehearsal.endpoint,
			region: 'us-east-1',
			credentials: rehearsal.adminCredentials,
			systemClockOffset: Date.parse('2026-06-01T00:00:00Z') - Date.now(),
		});
		const {Role: role} = await client.send(new GetRoleCommand({RoleName: 'Uploader'}));
		expect(role).toMatchObject({
			Path: '/app/',
			RoleName: 'Uploader',
			Description: 'a <b> & c',
			MaxSessionDuration: 43_200,
			CreateDate: new Date('2026-06-01T00:00:00Z'),
			Tags: [{Key: 'team', Value: 'a'}],
		});
		expect(role?.RoleId).toMatch(/^AROA[A-Z2-7]{16}$/);
		const {Roles: roles, IsTruncated: isTruncated} = await client.send(new ListRolesCommand({PathPrefix: '/app'}));
		expect([roles?.map(({RoleName: name}) => name), isTruncated]).toEqual([['Uploader'], false]);
		await expect(client.send(new GetRoleCommand({RoleName: 'none'}))).rejects.toMatchObject({
			name: 'NoSuchEntityException',
			message: 'The role with name none cannot be found.',
		});
		client.destroy();
	});

	test.each([
		['a name that is taken', {}, 409, 'EntityAlreadyExists'],
		['a name that differs in case alone', {RoleName: 'UPLOADER'}, 409, 'EntityAlreadyExists'],
		['a name of 65 characters', {RoleName: 'x'.repeat(65)}, 400, 'ValidationError'],
		['a name with a slash', {RoleName: 'a/b'}, 400, 'ValidationError'],
		['a path without its last slash', {RoleName: 'b', Path: '/app'}, 400, 'ValidationError'],
		['a duration below an hour', {RoleName: 'b', MaxSessionDuration: '3599'}, 400, 'ValidationError'],
		['a policy that is no JSON', {RoleName: 'b', AssumeRolePolicyDocument: '{'}, 400, 'MalformedPolicyDocument'],
		[
			'a policy with a resource',
			{RoleName: 'b', AssumeRolePolicyDocument: PERMISSIONS},
			400,
			'MalformedPolicyDocument',
		],
		['no policy', {RoleName: 'b', AssumeRolePolicyDocument: ''}, 400, 'ValidationError'],
		[
			'a policy of more than 2 048 characters',
			{
				RoleName: 'b',
				AssumeRolePolicyDocument: openTrustPolicy.replace('"Effect"', `"Sid":"${'x'.repeat(2048)}","Effect"`),
			},
			409,
			'LimitExceeded',
		],
		['51 tags', {RoleName: 'b', ...manyTags(51)}, 400, 'ValidationError'],
	])('is refused with %s', async (_case, differsBy, status, code) => {
		const {iam} = await withRole();
		const answer = await iam({
			Action: 'CreateRole',
			RoleName: 'Uploader',
			AssumeRolePolicyDocument: openTrustPolicy,
			...differsBy,
		});
		expect([answer.status, answer.code]).toEqual([status, code]);
	});

	test('takes a new trust policy, description and duration', async () => {
		const {iam} = await withRole();
		const policy = openTrustPolicy.replace('"sts:TagSession",', '');
		expect((await iam({Action: 'UpdateAssumeRolePolicy', RoleName: 'Uploader', PolicyDocument: policy})).status).toBe(
			200,
		);
		const update = {Action: 'UpdateRole', RoleName: 'Uploader', Description: 'new', MaxSessionDuration: '7200'};
		expect((await iam(update)).xml).toContain('<UpdateRoleResult></UpdateRoleResult>');
		const {xml} = await iam({Action: 'GetRole', RoleName: 'Uploader'});
		expect(texts(xml, 'AssumeRolePolicyDocument')).toEqual([encodeURIComponent(policy)]);
		expect([texts(xml, 'Description'), texts(xml, 'MaxSessionDuration')]).toEqual([['new'], ['7200']]);
		const bad = await iam({Action: 'UpdateAssumeRolePolicy', RoleName: 'Uploader', PolicyDocument: '[]'});
		expect(bad.code).toBe('MalformedPolicyDocument');
	});

	test('is deleted only once its policies are gone', async () => {
		const {iam} = await withRole();
		const policyArn = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
		const role = {RoleName: 'Uploader'};
		await iam({Action: 'PutRolePolicy', ...role, PolicyName: 'p', PolicyDocument: PERMISSIONS});
		await iam({Action: 'AttachRolePolicy', ...role, PolicyArn: policyArn});
		expect(await iam({Action: 'DeleteRole', ...role})).toMatchObject({status: 409, code: 'DeleteConflict'});
		await iam({Action: 'DeleteRolePolicy', ...role, PolicyName: 'p'});
		expect(await iam({Action: 'DeleteRole', ...role})).toMatchObject({status: 409, code: 'DeleteConflict'});
		await iam({Action: 'DetachRolePolicy', ...role, PolicyArn: policyArn});
		const {xml} = await iam({Action: 'ListInstanceProfilesForRole', ...role});
		expect(xml).toContain('<InstanceProfiles></InstanceProfiles>');
		expect((await iam({Action: 'DeleteRole', ...role})).status).toBe(200);
		expect(await iam({Action: 'DeleteRole', ...role})).toMatchObject({status: 404, code: 'NoSuchEntity'});
	});

	test('is listed in pages', async () => {
		const {iam} = await withRole('b');
		for (const name of ['c', 'a', 'd']) {
			await iam({Action: 'CreateRole', RoleName: name, AssumeRolePolicyDocument: openTrustPolicy});
		}

		const first = await iam({Action: 'ListRoles', MaxItems: '3'});
		expect([texts(first.xml, 'RoleName'), texts(first.xml, 'IsTruncated')]).toEqual([['a', 'b', 'c'], ['true']]);
		const [marker = ''] = texts(first.xml, 'Marker');
		const second = await iam({Action: 'ListRoles', Marker: marker});
		expect([texts(second.xml, 'RoleName'), texts(second.xml, 'IsTruncated')]).toEqual([['d'], ['false']]);
		expect((await iam({Action: 'ListRoles', Marker: 'x'})).code).toBe('ValidationError');
		expect((await iam({Action: 'ListRoles', MaxItems: '1001'})).code).toBe('ValidationError');
	});
});

describe('policies of a role', () => {
	test('are put, read, listed and replaced', async () => {
		const {iam} = await withRole();
		const role = {RoleName: 'Uploader'};
		for (const name of ['one', 'two', 'one']) {
			const put = await iam({Action: 'PutRolePolicy', ...role, PolicyName: name, PolicyDocument: PERMISSIONS});
			expect(put.status).toBe(200);
		}

		const {xml} = await iam({Action: 'GetRolePolicy', ...role, PolicyName: 'two'});
		expect(decodeURIComponent(texts(xml, 'PolicyDocument')[0] ?? '')).toBe(PERMISSIONS);
		expect(texts((await iam({Action: 'ListRolePolicies', ...role})).xml, 'member')).toEqual(['one', 'two']);
		const missing = await iam({Action: 'GetRolePolicy', ...role, PolicyName: 'three'});
		expect([missing.status, missing.code]).toEqual([404, 'NoSuchEntity']);
	});

	test.each([
		['a trust policy', openTrustPolicy, 400, 'MalformedPolicyDocument'],
		[
			'more than 10 240 characters',
			PERMISSIONS.replace('"*"', `["*","arn:aws:s3:::${'x'.repeat(10_240)}"]`),
			409,
			'LimitExceeded',
		],
	])('are refused: %s', async (_case, document, status, code) => {
		const {iam} = await withRole();
		const answer = await iam({
			Action: 'PutRolePolicy',
			RoleName: 'Uploader',
			PolicyName: 'p',
			PolicyDocument: document,
		});
		expect([answer.status, answer.code]).toEqual([status, code]);
	});

	test('are attached from those of AWS, and no more than ten', async () => {
		const {iam} = await withRole();
		const attach = (policy: string) => iam({Action: 'AttachRolePolicy', RoleName: 'Uploader', PolicyArn: policy});
		expect((await attach('arn:aws:iam::aws:policy/service-role/Some')).status).toBe(200);
		expect((await attach('arn:aws:iam::aws:policy/service-role/Some')).status).toBe(200);
		expect((await attach('arn:aws:iam::111122223333:policy/Mine')).code).toBe('NoSuchEntity');
		expect((await attach('arn:aws:iam::aws:role/NotAPolicy')).code).toBe('InvalidInput');
		const {xml} = await iam({Action: 'ListAttachedRolePolicies', RoleName: 'Uploader'});
		expect([texts(xml, 'PolicyName'), texts(xml, 'PolicyArn')]).toEqual([
			['Some'],
			['arn:aws:iam::aws:policy/service-role/Some'],
		]);
		for (let index = 1; index < 10; index++) {
			expect((await attach(`arn:aws:iam::aws:policy/P${index}`)).status).toBe(200);
		}

		expect((await attach('arn:aws:iam::aws:policy/P10')).code).toBe('LimitExceeded');
		const detach = {Action: 'DetachRolePolicy', RoleName: 'Uploader', PolicyArn: 'arn:aws:iam::aws:policy/Other'};
		expect((await iam(detach)).code).toBe('NoSuchEntity');
	});
});

describe('tags of a role', () => {
	test('are merged, listed and removed', async () => {
		const {iam} = await withRole('Uploader', {'Tags.member.1.Key': 'a', 'Tags.member.1.Value': '1'});
		const role = {RoleName: 'Uploader'};
		const more = {
			'Tags.member.1.Key': 'a',
			'Tags.member.1.Value': '2',
			'Tags.member.2.Key': 'é',
			'Tags.member.2.Value': '',
		};
		expect((await iam({Action: 'TagRole', ...role, ...more})).status).toBe(200);
		const {xml} = await iam({Action: 'ListRoleTags', ...role});
		expect([texts(xml, 'Key'), texts(xml, 'Value')]).toEqual([
			['a', 'é'],
			['2', ''],
		]);
		await iam({Action: 'UntagRole', ...role, 'TagKeys.member.1': 'a', 'TagKeys.member.2': 'x'});
		expect(texts((await iam({Action: 'ListRoleTags', ...role})).xml, 'Key')).toEqual(['é']);
		await iam({Action: 'TagRole', ...role, ...manyTags(49)});
		expect((await iam({Action: 'TagRole', ...role, 'Tags.member.1.Key': 'y', 'Tags.member.1.Value': ''})).code).toBe(
			'LimitExceeded',
		);
	});
});

test('an action that is not emulated is refused, naming those that are', async () => {
	const {iam} = await withRole();
	const answer = await iam({Action: 'CreateUser', UserName: 'x'});
	expect([answer.status, answer.code]).toEqual([400, 'InvalidAction']);
	expect(answer.xml).toContain('of IAM the rehearsal emulates CreateRole, GetRole');
});

function manyTags(count: number): Readonly<Record<string, string>> {
	return Object.fromEntries(
		Array.from({length: count}, (_item, index) => [
			[`Tags.member.${index + 1}.Key`, `k${index}`],
			[`Tags.member.${index + 1}.Value`, ''],
		]).flat(),
	);
}
