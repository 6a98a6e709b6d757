import {describe, expect, test} from 'vitest';
import {operations} from '../../src/rehearsal/roles-anywhere.ts';
import {pki} from '../support/certificates.ts';
import {callRolesAnywhere, member, rehearsalForTest} from '../support/rehearsal.ts';
import {revocationListPem} from '../support/revocation-list.ts';
import {rolesAnywhereModel} from '../support/service-model.ts';

const model = rolesAnywhereModel();

/** Requests that together touch every operation; `{…}` stands for ids made on the way. */
async function everyOperation() {
	const rehearsal = await rehearsalForTest();
	const {root} = await pki();
	const answers = new Map<string, Awaited<ReturnType<typeof callRolesAnywhere>>>();
	async function run(name: string, ...[target, body, query]: DropFirst<Parameters<typeof callRolesAnywhere>>) {
		const answer = await callRolesAnywhere(rehearsal, target, body, query);
		answers.set(name, answer);
		return answer.value;
	}

	const source = {sourceType: 'CERTIFICATE_BUNDLE', sourceData: {x509CertificateData: root.pem}};
	const tags = [{key: 'team', value: 'a'}];
	const anchor = await run('CreateTrustAnchor', 'POST /trustanchors', {name: 'anchor', source, enabled: true, tags});
	const [anchorId, anchorArn] = [
		member(anchor, 'trustAnchor', 'trustAnchorId'),
		member(anchor, 'trustAnchor', 'trustAnchorArn'),
	];
	await run('GetTrustAnchor', `GET /trustanchor/${anchorId}`);
	await run('UpdateTrustAnchor', `PATCH /trustanchor/${anchorId}`, {name: 'renamed', source});
	await run('DisableTrustAnchor', `POST /trustanchor/${anchorId}/disable`);
	await run('EnableTrustAnchor', `POST /trustanchor/${anchorId}/enable`);
	await run('ListTrustAnchors', 'GET /trustanchors', undefined, {pageSize: '1'});
	await run('PutNotificationSettings', 'PATCH /put-notifications-settings', {
		trustAnchorId: anchorId,
		notificationSettings: [{event: 'CA_CERTIFICATE_EXPIRY', enabled: true, threshold: 7, channel: 'ALL'}],
	});
	await run('ResetNotificationSettings', 'PATCH /reset-notifications-settings', {
		trustAnchorId: anchorId,
		notificationSettingKeys: [{event: 'CA_CERTIFICATE_EXPIRY', channel: 'ALL'}],
	});

	const roleArns = ['arn:aws:iam::111122223333:role/one'];
	const profile = await run('CreateProfile', 'POST /profiles', {name: 'profile', roleArns, sessionPolicy: '{}'});
	const profileId = member(profile, 'profile', 'profileId');
	await run('GetProfile', `GET /profile/${profileId}`);
	await run('UpdateProfile', `PATCH /profile/${profileId}`, {durationSeconds: 900, managedPolicyArns: ['x']});
	await run('EnableProfile', `POST /profile/${profileId}/enable`);
	await run('DisableProfile', `POST /profile/${profileId}/disable`);
	await run('ListProfiles', 'GET /profiles');
	await run('PutAttributeMapping', `PUT /profiles/${profileId}/mappings`, {
		certificateField: 'x509Subject',
		mappingRules: [{specifier: 'CN'}, {specifier: 'OU'}],
	});
	await run('DeleteAttributeMapping', `DELETE /profiles/${profileId}/mappings`, undefined, {
		certificateField: 'x509Subject',
		specifiers: ['OU'],
	});

	const crlData = Buffer.from(revocationListPem([2])).toString('base64');
	const crl = await run('ImportCrl', 'POST /crls', {name: 'crl', crlData, trustAnchorArn: anchorArn, tags});
	const crlId = member(crl, 'crl', 'crlId');
	await run('GetCrl', `GET /crl/${crlId}`);
	await run('UpdateCrl', `PATCH /crl/${crlId}`, {name: 'newer', crlData});
	await run('EnableCrl', `POST /crl/${crlId}/enable`);
	await run('DisableCrl', `POST /crl/${crlId}/disable`);
	await run('ListCrls', 'GET /crls');
	await run('ListSubjects', 'GET /subjects');
	await run('TagResource', 'POST /TagResource', {resourceArn: anchorArn, tags: [{key: 'k', value: ''}]});
	await run('UntagResource', 'POST /UntagResource', {resourceArn: anchorArn, tagKeys: ['team']});
	await run('ListTagsForResource', 'GET /ListTagsForResource', undefined, {resourceArn: anchorArn});
	await run('DeleteCrl', `DELETE /crl/${crlId}`);
	await run('DeleteProfile', `DELETE /profile/${profileId}`);
	await run('DeleteTrustAnchor', `DELETE /trustanchor/${anchorId}`);
	return answers;
}

type DropFirst<Items extends readonly unknown[]> = Items extends readonly [unknown, ...infer Others] ? Others : never;

describe('the control plane', () => {
	test('answers every operation with its status and nothing but what the model of the AWS CLI describes', async () => {
		const answers = await everyOperation();
		expect([...answers].flatMap(([name, {refusal}]) => (refusal === '' ? [] : [`${name}: ${refusal}`]))).toEqual([]);
		for (const {name, status, output} of model?.operations ?? []) {
			const answer = answers.get(name);
			if (name !== 'GetSubject') {
				expect([name, answer?.status]).toEqual([name, status]);
				expect(model?.faultsOf(output, answer?.value)).toEqual([]);
			}
		}
	});

	test('has every operation of the model, at its method and path', () => {
		const ours = operations.map(({name, method, path, status = 200}) => ({name, method, path, status}));
		const theirs = model?.operations.map(({name, method, path, status}) => ({name, method, path, status})) ?? ours;
		expect(ours.toSorted(byName)).toEqual(theirs.toSorted(byName));
	});

	test('refuses texts and numbers beyond the bounds of the model', async () => {
		const rehearsal = await rehearsalForTest();
		for (const {name, method, path, input} of model?.operations ?? []) {
			for (const [key, shape] of model?.membersOf(input) ?? []) {
				const {type, max, min} = model?.constraintsOf(shape) ?? {};
				const isInPath = path.includes(`{${key}}`);
				const tooMuch =
					type === 'string' && typeof max === 'number'
						? 'x'.repeat(max + 1)
						: type === 'integer' && typeof max === 'number'
							? String(max + 1)
							: type === 'integer' && typeof min === 'number'
								? String(min - 1)
								: undefined;
				if (tooMuch !== undefined) {
					const target = `${method} ${path.replace(/\{(\w+)\}/g, (_whole, id) => (isInPath && id === key ? tooMuch : '0'.repeat(36)))}`;
					const members = isInPath ? {} : {[key]: tooMuch};
					const isQuery = method === 'GET' || method === 'DELETE';
					if (isTarget(target)) {
						const answer = await callRolesAnywhere(
							rehearsal,
							target,
							isQuery ? undefined : members,
							isQuery ? members : {},
						);
						expect([name, key, answer.refusal]).toEqual([name, key, expect.stringContaining(`at '${key}' failed`)]);
						expect(answer.status).toBe(400);
					}
				}
			}
		}
	});

	test.each([
		['POST /profiles', 'a list instead of an object', []],
		['POST /profiles', 'no body', undefined],
	] as const)('answers %s with %s as invalid', async (target, _what, body) => {
		const rehearsal = await rehearsalForTest();
		const answer = await callRolesAnywhere(rehearsal, target, body);
		expect([answer.status, answer.refusal]).toEqual([400, expect.stringMatching(/^ValidationException: /)]);
	});

	test.each([
		'GET /trustanchor',
		'GET /trustanchors/',
		'GET /session',
		'PUT /trustanchors',
		'POST /trustanchor/a/b/enable',
	] as const)('answers %s as not found', async target => {
		const rehearsal = await rehearsalForTest();
		const answer = await callRolesAnywhere(rehearsal, target);
		expect(answer.status).toBe(404);
		expect(answer.refusal).toMatch(/^ResourceNotFoundException: IAM Roles Anywhere has no operation at /);
	});

	test('lists in pages that stay right when resources go in between', async () => {
		const rehearsal = await rehearsalForTest();
		const ids: string[] = [];
		for (let index = 0; index < 5; index++) {
			const {value} = await callRolesAnywhere(rehearsal, 'POST /profiles', {name: `p${index}`, roleArns: []});
			ids.push(member(value, 'profile', 'profileId'));
		}

		const first = await callRolesAnywhere(rehearsal, 'GET /profiles', undefined, {pageSize: '2'});
		expect(namesOf(first.value)).toEqual(['p0', 'p1']);
		await callRolesAnywhere(rehearsal, `DELETE /profile/${ids[1]}`);
		const nextToken = member(first.value, 'nextToken');
		const second = await callRolesAnywhere(rehearsal, 'GET /profiles', undefined, {pageSize: '2', nextToken});
		expect(namesOf(second.value)).toEqual(['p2', 'p3']);
		const last = await callRolesAnywhere(rehearsal, 'GET /profiles', undefined, {
			nextToken: member(second.value, 'nextToken'),
		});
		expect(namesOf(last.value)).toEqual(['p4']);
		expect(last.value).not.toHaveProperty('nextToken');

		for (const wrong of [{nextToken: 'bm9wZQ'}, {pageSize: '0'}, {pageSize: 'x'}, {nextToken: ''}]) {
			expect((await callRolesAnywhere(rehearsal, 'GET /profiles', undefined, wrong)).status).toBe(400);
		}

		const elsewhere = await callRolesAnywhere(rehearsal, 'GET /crls', undefined, {nextToken});
		expect(elsewhere.refusal).toBe('ValidationException: Invalid nextToken.');
	});
});

function namesOf(value: Readonly<Record<string, unknown>>): readonly string[] {
	const profiles = value['profiles'];
	return Array.isArray(profiles) ? profiles.map(profile => member(profile, 'name')) : [];
}

function byName(one: {readonly name: string}, other: {readonly name: string}): number {
	return one.name < other.name ? -1 : 1;
}

function isTarget(target: string): target is `GET /${string}` {
	return /^[A-Z]+ \//.test(target);
}
