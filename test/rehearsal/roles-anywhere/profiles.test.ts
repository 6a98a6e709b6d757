import {describe, expect, test} from 'vitest';
import {callRolesAnywhere, member, memberOf, rehearsalForTest} from '../../support/rehearsal.ts';

const ROLE = 'arn:aws:iam::111122223333:role/app/Uploader';

async function created(differsBy: object = {}) {
	const rehearsal = await rehearsalForTest();
	const {value} = await callRolesAnywhere(rehearsal, 'POST /profiles', {name: 'a', roleArns: [ROLE], ...differsBy});
	return {rehearsal, value, id: member(value, 'profile', 'profileId')};
}

describe('a Roles Anywhere profile', () => {
	test('has the documented defaults', async () => {
		const {value, id} = await created();
		expect(value['profile']).toEqual({
			profileId: id,
			profileArn: `arn:aws:rolesanywhere:us-east-1:111122223333:profile/${id}`,
			name: 'a',
			requireInstanceProperties: false,
			enabled: false,
			createdBy: '111122223333',
			roleArns: [ROLE],
			managedPolicyArns: [],
			createdAt: '2026-06-01T00:00:00.000Z',
			updatedAt: '2026-06-01T00:00:00.000Z',
			durationSeconds: 3600,
			acceptRoleSessionName: false,
			attributeMappings: [
				{certificateField: 'x509Subject', mappingRules: [{specifier: '*'}]},
				{certificateField: 'x509Issuer', mappingRules: [{specifier: '*'}]},
				{certificateField: 'x509SAN', mappingRules: [{specifier: 'DNS'}, {specifier: 'URI'}, {specifier: 'Name/*'}]},
			],
		});
	});

	test('may list no role, or one that does not exist', async () => {
		const {value} = await created({roleArns: []});
		expect(memberOf(value, 'profile', 'roleArns')).toEqual([]);
	});

	test('replaces what an update names and keeps the rest', async () => {
		const {rehearsal, id} = await created({sessionPolicy: '{"a":1}', enabled: true});
		const {value} = await callRolesAnywhere(rehearsal, `PATCH /profile/${id}`, {
			roleArns: [`${ROLE}2`],
			durationSeconds: 43_200,
			acceptRoleSessionName: true,
		});
		expect(value['profile']).toMatchObject({
			name: 'a',
			enabled: true,
			roleArns: [`${ROLE}2`],
			sessionPolicy: '{"a":1}',
			durationSeconds: 43_200,
			acceptRoleSessionName: true,
		});
	});

	test.each([
		['durationSeconds', 899],
		['durationSeconds', 43_201],
		['durationSeconds', '900.5'],
		['roleArns', ['arn:aws:s3:::bucket']],
		['roleArns', Array.from({length: 251}, () => ROLE)],
		['managedPolicyArns', Array.from({length: 11}, (_item, index) => `arn:aws:iam::aws:policy/P${index}`)],
		['managedPolicyArns', ['']],
		['name', 'a@b'],
		['acceptRoleSessionName', 'yes'],
		['tags', [{key: 'a,b', value: ''}]],
		['tags', [{key: '', value: ''}]],
		['tags', Array.from({length: 201}, (_item, index) => ({key: `${index}`, value: ''}))],
	])('is refused when %s is %j', async (name, value) => {
		const rehearsal = await rehearsalForTest();
		const answer = await callRolesAnywhere(rehearsal, 'POST /profiles', {name: 'a', roleArns: [], [name]: value});
		expect([answer.status, answer.refusal]).toEqual([400, expect.stringContaining(`at '${name}`)]);
	});

	test('cannot have its session policy cleared by an empty text', async () => {
		const {rehearsal, id} = await created();
		const {refusal} = await callRolesAnywhere(rehearsal, `PATCH /profile/${id}`, {sessionPolicy: ''});
		expect(refusal).toContain('Member must have length greater than or equal to 1');
	});
});

describe('attribute mappings', () => {
	const put = async (field: string, specifiers: readonly string[]) => {
		const {rehearsal, id} = await created();
		const answer = await callRolesAnywhere(rehearsal, `PUT /profiles/${id}/mappings`, {
			certificateField: field,
			mappingRules: specifiers.map(specifier => ({specifier})),
		});
		return {rehearsal, id, ...answer};
	};
	const mappingOf = (value: unknown, field: string) => {
		const mappings = memberOf(value, 'profile', 'attributeMappings');
		return Array.isArray(mappings)
			? mappings.find(mapping => member(mapping, 'certificateField') === field)
			: undefined;
	};

	test('of one field are replaced, those of the others stay', async () => {
		const {value} = await put('x509Subject', ['CN', '1.2.840.113549.1.9.1', 'CN']);
		expect(mappingOf(value, 'x509Subject')).toEqual({
			certificateField: 'x509Subject',
			mappingRules: [{specifier: 'CN'}, {specifier: '1.2.840.113549.1.9.1'}],
		});
		expect(mappingOf(value, 'x509Issuer')).toMatchObject({mappingRules: [{specifier: '*'}]});
	});

	test('show Name and Name/ as Name/*', async () => {
		const {value} = await put('x509SAN', ['Name', 'Name/', 'Name/CN', 'DNS']);
		expect(mappingOf(value, 'x509SAN')).toMatchObject({
			mappingRules: [{specifier: 'Name/*'}, {specifier: 'Name/CN'}, {specifier: 'DNS'}],
		});
	});

	test.each([
		['x509SAN', '*'],
		['x509SAN', 'IP'],
		['x509SAN', 'CN'],
		['x509Subject', ''],
		['x509Subject', 'C N'],
		['x509Subject', 'x'.repeat(61)],
		['x509Serial', 'CN'],
	])('of %s refuse the specifier "%s"', async (field, specifier) => {
		expect((await put(field, [specifier])).status).toBe(400);
	});

	test('are deleted by specifier or whole, and deleting again changes nothing', async () => {
		const {rehearsal, id} = await put('x509Subject', ['CN', 'OU', 'O']);
		const remove = async (query: Record<string, string | string[]>) =>
			(await callRolesAnywhere(rehearsal, `DELETE /profiles/${id}/mappings`, undefined, query)).value;
		const certificateField = 'x509Subject';
		const two = await remove({certificateField, specifiers: ['OU', 'O', 'L']});
		expect(mappingOf(two, certificateField)).toMatchObject({mappingRules: [{specifier: 'CN'}]});
		expect(mappingOf(await remove({certificateField}), certificateField)).toBeUndefined();
		expect(mappingOf(await remove({certificateField, specifiers: 'CN'}), certificateField)).toBeUndefined();
	});
});

describe('tags', () => {
	test('are merged by key, removed by key, and bounded', async () => {
		const {rehearsal, value} = await created({
			tags: [
				{key: 'a', value: '1'},
				{key: 'b', value: '2'},
			],
		});
		const resourceArn = member(value, 'profile', 'profileArn');
		const list = async () =>
			(await callRolesAnywhere(rehearsal, 'GET /ListTagsForResource', undefined, {resourceArn})).value['tags'];
		await callRolesAnywhere(rehearsal, 'POST /TagResource', {
			resourceArn,
			tags: [
				{key: 'a', value: '3'},
				{key: 'c', value: ''},
			],
		});
		expect(await list()).toEqual([
			{key: 'a', value: '3'},
			{key: 'b', value: '2'},
			{key: 'c', value: ''},
		]);
		await callRolesAnywhere(rehearsal, 'POST /UntagResource', {resourceArn, tagKeys: ['b', 'x']});
		expect(await list()).toEqual([
			{key: 'a', value: '3'},
			{key: 'c', value: ''},
		]);

		const many = Array.from({length: 200}, (_item, index) => ({key: `k${index}`, value: ''}));
		const {status, refusal} = await callRolesAnywhere(rehearsal, 'POST /TagResource', {resourceArn, tags: many});
		expect([status, refusal]).toEqual([400, expect.stringContaining('TooManyTagsException')]);
	});

	test('of what is not there are not found', async () => {
		const rehearsal = await rehearsalForTest();
		for (const resourceArn of ['arn:aws:rolesanywhere:us-east-1:111122223333:profile/x', 'x']) {
			expect((await callRolesAnywhere(rehearsal, 'POST /TagResource', {resourceArn, tags: []})).status).toBe(404);
		}
	});
});
