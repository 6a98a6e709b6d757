import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {type AwsCli, awsCli, isUnknownToCli} from '../support/aws-cli.ts';
import {pki} from '../support/certificates.ts';
import {openTrustPolicy} from '../support/decide.ts';
import {isPresent} from '../support/judges.ts';
import {member, rehearsalForTest} from '../support/rehearsal.ts';
import {revocationListPem} from '../support/revocation-list.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

/** A rehearsal by the real clock, which the CLI signs by, and the CLI against it. */
async function world() {
	const home = temporaryFolder();
	const rehearsal = await rehearsalForTest({now: () => new Date(), region: 'eu-central-1'});
	const aws = awsCli(rehearsal, home);
	const file = (name: string, content: string | object) => {
		writeFileSync(path.join(home, name), typeof content === 'string' ? content : JSON.stringify(content));
		return path.join(home, name);
	};
	return {rehearsal, aws, file, home};
}

/** Runs a call that must succeed, and gives back its output. */
async function good(aws: AwsCli, ...words: readonly string[]): Promise<unknown> {
	const run = await aws(words);
	expect([words.join(' '), run.code, run.error]).toEqual([words.join(' '), 0, '']);
	return run.output;
}

/** Runs a call that only newer versions know; undefined when this one does not. */
async function goodIfKnown(aws: AwsCli, ...words: readonly string[]): Promise<unknown> {
	const run = await aws(words);
	if (isUnknownToCli(run, words.slice(0, 2).join(' '))) {
		return undefined;
	}

	expect([words.join(' '), run.code, run.error]).toEqual([words.join(' '), 0, '']);
	return run.output ?? {};
}

describe.runIf(isPresent('aws'))('the AWS CLI takes the rehearsal for AWS', () => {
	test('trust anchors, their notifications, tags and revocation lists', async () => {
		const {aws, file} = await world();
		const {root, issuing} = await pki();
		const ra = (...words: readonly string[]) => good(aws, 'rolesanywhere', ...words);
		const raIfKnown = (...words: readonly string[]) => goodIfKnown(aws, 'rolesanywhere', ...words);
		const input = (pem: string) => ({
			name: 'CLI anchor',
			source: {sourceType: 'CERTIFICATE_BUNDLE', sourceData: {x509CertificateData: pem}},
		});
		const create = file('create.json', {...input(root.pem), enabled: true, tags: [{key: 'team', value: 'a b'}]});
		const made = await ra('create-trust-anchor', '--cli-input-json', `file://${create}`);
		const [id, arn] = [member(made, 'trustAnchor', 'trustAnchorId'), member(made, 'trustAnchor', 'trustAnchorArn')];
		expect(made).toMatchObject({trustAnchor: {enabled: true, name: 'CLI anchor', source: input(root.pem).source}});

		const crl = file('crl.pem', revocationListPem([1]));
		const byId = ['--trust-anchor-id', id];
		const [got, listed, tagged, imported] = await Promise.all([
			ra('get-trust-anchor', ...byId),
			ra('list-trust-anchors'),
			ra('list-tags-for-resource', '--resource-arn', arn),
			ra('import-crl', '--name', 'list', '--crl-data', `fileb://${crl}`, '--trust-anchor-arn', arn, '--enabled'),
			ra('tag-resource', '--resource-arn', arn, '--tags', 'key=more,value=x'),
		]);
		expect(got).toEqual(made);
		expect(listed).toMatchObject({trustAnchors: [{trustAnchorId: id}]});
		expect(tagged).toMatchObject({tags: expect.arrayContaining([{key: 'team', value: 'a b'}])});
		expect(imported).toMatchObject({crl: {enabled: true, trustAnchorArn: arn, name: 'list'}});

		const crlId = ['--crl-id', member(imported, 'crl', 'crlId')];
		const settings = 'event=CA_CERTIFICATE_EXPIRY,enabled=true,threshold=10';
		const update = file('update.json', {trustAnchorId: id, ...input(`${root.pem}${issuing.pem}`), name: 'renamed'});
		const [updated, put, crlUpdated, crls] = await Promise.all([
			ra('update-trust-anchor', '--cli-input-json', `file://${update}`),
			raIfKnown('put-notification-settings', ...byId, '--notification-settings', settings),
			ra('update-crl', ...crlId, '--name', 'newer', '--crl-data', `fileb://${crl}`),
			ra('list-crls'),
			ra('untag-resource', '--resource-arn', arn, '--tag-keys', 'team'),
		]);
		expect(updated).toMatchObject({trustAnchor: {name: 'renamed', enabled: true}});
		if (put !== undefined) {
			expect(put).toMatchObject({trustAnchor: {notificationSettings: [{threshold: 10}, {threshold: 45}]}});
			const keys = 'event=CA_CERTIFICATE_EXPIRY';
			const reset = await ra('reset-notification-settings', ...byId, '--notification-setting-keys', keys);
			expect(reset).toMatchObject({trustAnchor: {notificationSettings: [{threshold: 45}, {threshold: 45}]}});
		}

		expect(crlUpdated).toMatchObject({crl: {name: 'newer'}});
		expect(crls).toMatchObject({crls: [{trustAnchorArn: arn}]});

		expect(await ra('disable-crl', ...crlId)).toMatchObject({crl: {enabled: false}});
		expect(await ra('enable-crl', ...crlId)).toMatchObject({crl: {enabled: true}});
		const [disabled, crlGot, subjects] = await Promise.all([
			ra('disable-trust-anchor', ...byId),
			ra('get-crl', ...crlId),
			ra('list-subjects'),
		]);
		expect(disabled).toMatchObject({trustAnchor: {enabled: false}});
		expect(crlGot).toMatchObject({crl: {enabled: true}});
		expect(subjects).toEqual({subjects: []});
		expect(await ra('enable-trust-anchor', ...byId)).toMatchObject({trustAnchor: {enabled: true}});
		await Promise.all([ra('delete-crl', ...crlId), ra('delete-trust-anchor', ...byId)]);

		const [gone, invalid, bad] = await Promise.all([
			aws(['rolesanywhere', 'get-trust-anchor', ...byId]),
			aws(['rolesanywhere', 'get-trust-anchor', '--trust-anchor-id', 'x'.repeat(36)]),
			aws(['rolesanywhere', 'create-trust-anchor', '--cli-input-json', JSON.stringify(input('x'))]),
		]);
		expect(gone.error).toContain(
			"(ResourceNotFoundException) when calling the GetTrustAnchor operation: Specified Trust Anchor wasn't found.",
		);
		expect(invalid.error).toContain(
			'(ValidationException) when calling the GetTrustAnchor operation: 1 validation error',
		);
		expect(bad.error).toContain(
			'(ValidationException) when calling the CreateTrustAnchor operation: Error creating TrustAnchor. Bad certificate data',
		);
	});

	test('Roles Anywhere profiles, their mappings and pages', async () => {
		const {aws} = await world();
		const ra = (...words: readonly string[]) => good(aws, 'rolesanywhere', ...words);
		const roleArn = 'arn:aws:iam::111122223333:role/app/Uploader';
		const made = await Promise.all(
			['one', 'two', 'three'].map(name =>
				ra('create-profile', '--name', name, '--role-arns', roleArn, '--duration-seconds', '7200', '--enabled'),
			),
		);
		expect(made[0]).toMatchObject({profile: {name: 'one', roleArns: [roleArn], durationSeconds: 7200, enabled: true}});
		const byId = ['--profile-id', member(made[0], 'profile', 'profileId')];
		const mapping = ['--certificate-field', 'x509Subject'];
		const [updated, page, all, mapped] = await Promise.all([
			ra('update-profile', ...byId, '--session-policy', '{"Version":"2012-10-17","Statement":[]}'),
			ra('list-profiles', '--page-size', '1', '--max-items', '2'),
			ra('list-profiles', '--page-size', '2'),
			goodIfKnown(
				aws,
				'rolesanywhere',
				'put-attribute-mapping',
				...byId,
				...mapping,
				'--mapping-rules',
				'specifier=CN',
			),
		]);
		expect(updated).toMatchObject({profile: {sessionPolicy: '{"Version":"2012-10-17","Statement":[]}'}});
		expect(page).toMatchObject({profiles: expect.anything()});
		expect(all).toMatchObject({profiles: [{}, {}, {}]});
		if (mapped !== undefined) {
			expect(JSON.stringify(mapped)).toContain('"mappingRules":[{"specifier":"CN"}]');
			const left = await ra('delete-attribute-mapping', ...byId, ...mapping, '--specifiers', 'CN', 'OU');
			expect(JSON.stringify(left)).not.toContain('x509Subject');
		}

		expect(await ra('disable-profile', ...byId)).toMatchObject({profile: {enabled: false}});
		expect(await ra('enable-profile', ...byId)).toMatchObject({profile: {enabled: true}});
		expect(await ra('get-profile', ...byId)).toMatchObject({profile: {name: 'one', enabled: true}});
		await ra('delete-profile', ...byId);
	});

	test('roles, their policies and tags', async () => {
		const {aws, file} = await world();
		const iam = (...words: readonly string[]) => good(aws, 'iam', ...words);
		const trust = file('trust.json', openTrustPolicy);
		const permissions = {
			Version: '2012-10-17',
			Statement: [{Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*'}],
		};
		const policy = `file://${file('policy.json', permissions)}`;
		const role = ['--role-name', 'Uploader'];
		const create = ['create-role', ...role, '--path', '/app/', '--assume-role-policy-document', `file://${trust}`];
		const made = await iam(...create, '--description', 'for "tests" <&>', '--tags', 'Key=team,Value=a');
		const expected = {
			Arn: 'arn:aws:iam::111122223333:role/app/Uploader',
			AssumeRolePolicyDocument: JSON.parse(openTrustPolicy),
			Description: 'for "tests" <&>',
		};
		expect(made).toMatchObject({Role: {...expected, Tags: [{Key: 'team', Value: 'a'}]}});
		await Promise.all([
			iam('put-role-policy', ...role, '--policy-name', 'inline', '--policy-document', policy),
			iam('attach-role-policy', ...role, '--policy-arn', 'arn:aws:iam::aws:policy/ReadOnlyAccess'),
			iam('tag-role', ...role, '--tags', 'Key=more,Value=x'),
			iam('update-role', ...role, '--max-session-duration', '7200'),
			iam('update-assume-role-policy', ...role, '--policy-document', `file://${trust}`),
		]);
		const [got, inline, names, attached, tags, instances, roles] = await Promise.all([
			iam('get-role', ...role),
			iam('get-role-policy', ...role, '--policy-name', 'inline'),
			iam('list-role-policies', ...role),
			iam('list-attached-role-policies', ...role),
			iam('list-role-tags', ...role),
			iam('list-instance-profiles-for-role', ...role),
			iam('list-roles', '--path-prefix', '/app/'),
		]);
		expect(got).toMatchObject({Role: {...expected, MaxSessionDuration: 7200}});
		expect(inline).toEqual({RoleName: 'Uploader', PolicyName: 'inline', PolicyDocument: permissions});
		expect(names).toMatchObject({PolicyNames: ['inline']});
		expect(attached).toMatchObject({AttachedPolicies: [{PolicyName: 'ReadOnlyAccess'}]});
		expect(tags).toMatchObject({Tags: [{Key: 'more'}, {Key: 'team'}]});
		expect(instances).toMatchObject({InstanceProfiles: []});
		expect(roles).toMatchObject({Roles: [expected]});

		const [exists, conflict, missing] = await Promise.all([
			aws(['iam', ...create]),
			aws(['iam', 'delete-role', ...role]),
			aws(['iam', 'get-role', '--role-name', 'none']),
		]);
		expect(exists.error).toContain('(EntityAlreadyExists) when calling the CreateRole operation');
		expect(conflict.error).toContain('(DeleteConflict) when calling the DeleteRole operation');
		expect(missing.error).toContain('(NoSuchEntity) when calling the GetRole operation');
		await Promise.all([
			iam('delete-role-policy', ...role, '--policy-name', 'inline'),
			iam('detach-role-policy', ...role, '--policy-arn', 'arn:aws:iam::aws:policy/ReadOnlyAccess'),
			iam('untag-role', ...role, '--tag-keys', 'team'),
		]);
		await iam('delete-role', ...role);
	});

	test('identities, and what is wrong with credentials', async () => {
		const {aws, rehearsal} = await world();
		const identity = ['sts', 'get-caller-identity'];
		const {environment} = rehearsal;
		const unknown = 'AKIAUNKNOWNUNKNOWN00';
		const [admin, wrongSecret, wrongKey, wrongToken, jsonWrongKey, otherService, otherAction] = await Promise.all([
			aws(identity),
			aws(identity, {...environment, AWS_SECRET_ACCESS_KEY: 'wrong'}),
			aws(identity, {...environment, AWS_ACCESS_KEY_ID: unknown}),
			aws(identity, {...environment, AWS_SESSION_TOKEN: 'x'}),
			aws(['rolesanywhere', 'list-profiles'], {...environment, AWS_ACCESS_KEY_ID: unknown}),
			aws(['s3api', 'list-buckets']),
			aws(['sts', 'get-session-token']),
		]);
		expect(admin.output).toEqual({
			Account: '111122223333',
			Arn: 'arn:aws:iam::111122223333:user/rehearsal-administrator',
			UserId: expect.stringMatching(/^AIDA/),
		});
		expect(wrongSecret.error).toContain('(SignatureDoesNotMatch) when calling the GetCallerIdentity operation');
		expect(wrongKey.error).toContain('(InvalidClientTokenId)');
		expect(wrongToken.error).toContain('(InvalidClientTokenId)');
		expect(jsonWrongKey.error).toContain('(UnrecognizedClientException) when calling the ListProfiles operation');
		expect(otherService.error).toContain('The rehearsal emulates rolesanywhere, iam and sts, not s3.');
		expect(otherAction.error).toContain('of STS the rehearsal emulates GetCallerIdentity');
	});
});
