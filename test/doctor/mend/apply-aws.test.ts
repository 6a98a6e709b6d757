import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {createIam} from '../../../src/aws/iam.ts';
import {createRolesAnywhere} from '../../../src/aws/roles-anywhere.ts';
import {applyMend} from '../../../src/doctor/mend/apply-mend.ts';
import {describeMend} from '../../../src/doctor/mend/describe-mend.ts';
import type {Mend} from '../../../src/doctor/mend/mend.ts';
import {accessTo} from '../../support/aws-access.ts';
import {awsCli} from '../../support/aws-cli.ts';
import {pki} from '../../support/certificates.ts';
import {openTrustPolicy} from '../../support/decide.ts';
import {mendWorld} from '../../support/mend.ts';
import {rehearsalForTest} from '../../support/rehearsal.ts';

/** An account with one of each, and a home of whoever mends it. */
async function account() {
	const rehearsal = await rehearsalForTest({now: () => new Date()});
	const {endpoint, adminCredentials} = rehearsal;
	const access = accessTo(
		{rolesanywhere: endpoint, iam: endpoint, sts: endpoint},
		{credentials: async () => adminCredentials, region: rehearsal.region},
	);
	const world = mendWorld({administer: () => access});
	const [rolesAnywhere, iam] = [createRolesAnywhere(access), createIam(access)];
	const {root} = await pki();
	const anchor = await rolesAnywhere.writer.createTrustAnchor({name: 'build', certificates: root.pem}, []);
	const role = await iam.writer.createRole(
		{name: 'Uploader', trustPolicy: openTrustPolicy, maxSessionDuration: 3600, description: ''},
		[],
	);
	const profile = await rolesAnywhere.writer.createProfile(
		{name: 'build', roleArns: [role.arn], durationSeconds: 3600},
		[],
	);
	return {...world, rehearsal, ...{rolesAnywhere, iam, anchor, role, profile}};
}

/** Types the command of the AWS CLI that undoes a mend. */
async function undo(told: readonly string[], {rehearsal, home}: Awaited<ReturnType<typeof account>>): Promise<void> {
	const [command = ''] = told.flatMap(line => /^Undo it: aws (.*)$/s.exec(line)?.[1] ?? []);
	const words = [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
	const run = await awsCli(rehearsal, home)(words);
	expect(run.code, run.error).toBe(0);
}

describe('a change at AWS is journalled, and undone by the command that is told', () => {
	test('of a trust policy', async () => {
		const world = await account();
		const policy = openTrustPolicy.replace('sts:AssumeRole', 'sts:*');
		const mend: Mend = {
			kind: 'trust-policy',
			roleArn: world.role.arn,
			before: openTrustPolicy,
			policy,
			region: 'us-east-1',
		};
		expect(describeMend(mend)).toMatch(/^iam:UpdateAssumeRolePolicy .*\n[\s\S]*-.*sts:AssumeRole[\s\S]*\+.*sts:\*/);
		const told = await applyMend(mend, world.means);
		expect((await world.iam.reader.findRole('Uploader'))?.trustPolicy).toBe(policy);
		const journal = readFileSync(world.path('.anchorsmith/doctor/journal.jsonl'), 'utf8').trim().split('\n');
		expect(journal.map(line => JSON.parse(line))).toMatchObject([
			{event: 'intent', kind: 'role', action: 'update', before: {trustPolicy: openTrustPolicy}},
			{event: 'done', facts: {trustPolicy: policy}},
		]);
		await undo(told, world);
		expect((await world.iam.reader.findRole('Uploader'))?.trustPolicy).toBe(openTrustPolicy);
	});

	test('of what is disabled', async () => {
		const world = await account();
		const {anchor, profile, rolesAnywhere} = world;
		await rolesAnywhere.writer.disableTrustAnchor(anchor.id);
		const told = await applyMend({kind: 'enable', arn: anchor.arn}, world.means);
		expect((await rolesAnywhere.reader.findTrustAnchor(anchor.id))?.isEnabled).toBe(true);
		await undo(told, world);
		expect((await rolesAnywhere.reader.findTrustAnchor(anchor.id))?.isEnabled).toBe(false);
		await applyMend({kind: 'enable', arn: profile.arn}, world.means);
		expect((await rolesAnywhere.reader.findProfile(profile.id))?.isEnabled).toBe(true);
	});

	test('of the list of roles', async () => {
		const world = await account();
		const {profile, role, rolesAnywhere} = world;
		const other = role.arn.replace('Uploader', 'Downloader');
		const mend: Mend = {
			kind: 'profile-roles',
			profileArn: profile.arn,
			before: [role.arn],
			roleArns: [role.arn, other],
		};
		expect(describeMend(mend)).toBe(`rolesanywhere:UpdateProfile ${profile.arn}\n ${role.arn}\n+${other}`);
		const told = await applyMend(mend, world.means);
		expect((await rolesAnywhere.reader.findProfile(profile.id))?.roleArns).toEqual([role.arn, other]);
		await undo(told, world);
		expect((await rolesAnywhere.reader.findProfile(profile.id))?.roleArns).toEqual([role.arn]);
	});

	test('of what is mapped to session tags', async () => {
		const world = await account();
		const {profile, rolesAnywhere} = world;
		const [before, goal] = [['*'], ['CN', 'O']].map(specifiers => ({certificateField: 'x509Subject', specifiers}));
		const mappings = async () =>
			(await rolesAnywhere.reader.findProfile(profile.id))?.attributeMappings.find(
				({certificateField}) => certificateField === 'x509Subject',
			)?.specifiers;
		if (!before || !goal) {
			throw new Error('there are two');
		}

		const told = await applyMend({kind: 'map-attributes', profileArn: profile.arn, before, goal}, world.means);
		expect(await mappings()).toEqual(['CN', 'O']);
		await undo(told, world);
		expect(await mappings()).toEqual(['*']);
	});
});

describe('nothing is changed at AWS', () => {
	test('when it is no longer what was seen', async () => {
		const world = await account();
		const {role, profile} = world;
		const stale: readonly Mend[] = [
			{kind: 'trust-policy', roleArn: role.arn, before: '{}', policy: openTrustPolicy, region: 'us-east-1'},
			{kind: 'profile-roles', profileArn: profile.arn, before: [], roleArns: [role.arn]},
			{
				kind: 'map-attributes',
				profileArn: profile.arn,
				before: {certificateField: 'x509SAN', specifiers: []},
				goal: {certificateField: 'x509SAN', specifiers: ['DNS']},
			},
		];
		for (const mend of stale) {
			await expect(applyMend(mend, world.means)).rejects.toMatchObject({code: 'SETUP_CHANGED'});
		}
	});

	test('when AWS refuses, and the journal says so', async () => {
		const world = await account();
		const gone = world.anchor.arn.replace(/.$/, last => (last === '0' ? '1' : '0'));
		await expect(applyMend({kind: 'enable', arn: gone}, world.means)).rejects.toMatchObject({code: 'AWS_REFUSED'});
		const journal = readFileSync(world.path('.anchorsmith/doctor/journal.jsonl'), 'utf8');
		expect(journal).toContain('"event":"dropped"');
	});
});
