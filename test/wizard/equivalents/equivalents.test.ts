import {execFile} from 'node:child_process';
import {chmodSync, mkdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import type {Answers} from '../../../src/wizard/answers.ts';
import {openSetup} from '../../../src/wizard/conduct/open-setup.ts';
import {equivalentsOf, writeScript} from '../../../src/wizard/equivalents/equivalents.ts';
import {settle} from '../../../src/wizard/settle.ts';
import {testWorld} from '../../support/context.ts';
import {isPresent} from '../../support/judges.ts';
import {program} from '../../support/program.ts';
import {type SetupWorld, setupWorld} from '../../support/setup.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

const PERMISSIONS = {
	Version: '2012-10-17',
	Statement: [{Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::example/*'}],
};

const ANSWERS: Answers = {
	rehearse: true,
	name: 'hosts',
	passphrase: {from: 'environment', variable: 'SECRET'},
	withIssuing: true,
	subject: 'CN=build-17,O=Example',
	permissions: 'inline-and-managed',
	permissionsPolicy: 'permissions.json',
	managedPolicy: ['arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess'],
	sessionPolicy: 'permissions.json',
	sessionDuration: 7200,
	cliProfile: 'hosts',
};

const SECRET = 'correct horse';

/** A set-up in this process, opened and closed by the caller, in the home and the rehearsal of a world. */
async function openIn({home, rehearsal}: SetupWorld, answers: Answers) {
	writeFileSync(path.join(home, 'permissions.json'), JSON.stringify(PERMISSIONS, undefined, 2));
	const [node, entry] = await program();
	const {context} = testWorld({home, env: {...rehearsal.environment, SECRET}});
	const {answers: settled, missing, wrong} = settle(answers, {});
	expect([missing, wrong]).toEqual([[], []]);
	return openSetup(settled, {...context, program: [node, entry]});
}

/** Everything that a set-up made at AWS, without what differs from run to run. */
async function madeIn({rolesAnywhere, iam}: SetupWorld) {
	const masked = (value: unknown): unknown =>
		JSON.parse(JSON.stringify(value).replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id'));
	const policies = await iam.reader.listRolePolicies('hosts');
	const role = await iam.reader.findRole('hosts');
	return masked({
		anchors: (await rolesAnywhere.reader.listTrustAnchors()).map(({name, isEnabled, certificates}) => ({
			name,
			isEnabled,
			hasOneCertificate: certificates?.match(/BEGIN CERTIFICATE/g)?.length === 1,
		})),
		profiles: (await rolesAnywhere.reader.listProfiles()).map(({id: _id, ...profile}) => profile),
		role: role && {
			...role,
			createdAt: 'then',
			trustPolicy: JSON.parse(role.trustPolicy),
			tags: role.tags.filter(({key}) => !key.endsWith('-id')),
		},
		policies: await Promise.all(
			policies.map(async name => [name, JSON.parse((await iam.reader.findRolePolicy('hosts', name)) ?? '')]),
		),
		attached: await iam.reader.listAttachedPolicies('hosts'),
	});
}

/** Runs a script as a person would, with this program in PATH under its own name. */
async function runScript(file: string, {home, rehearsal}: SetupWorld) {
	const [node, entry] = await program();
	const bin = temporaryFolder();
	writeFileSync(path.join(bin, 'anchorsmith'), `#!/bin/sh\nexec '${node}' '${entry}' "$@"\n`);
	chmodSync(path.join(bin, 'anchorsmith'), 0o755);
	const {environment} = rehearsal;
	const env = {
		...environment,
		PATH: `${bin}:${process.env['PATH'] ?? ''}`,
		HOME: home,
		AWS_PAGER: '',
		AWS_EC2_METADATA_DISABLED: 'true',
		SECRET,
	};
	return new Promise<{status: number; stdout: string; stderr: string}>(resolve => {
		execFile(file, {env, cwd: home}, (error, stdout, stderr) => {
			resolve({status: error ? Number(error.code ?? 1) : 0, stdout, stderr});
		});
	});
}

describe('equivalentsOf', () => {
	test.runIf(isPresent('openssl') && isPresent('aws'))(
		'gives a script that makes what the set-up makes, and works',
		async () => {
			const [here, there] = await Promise.all([setupWorld(), setupWorld()]);
			const run = await openIn(here, ANSWERS);
			const quiet = {begun: () => {}, doing: () => {}, done: () => {}, failed: () => {}};
			await run.apply(await run.plan(), quiet);

			const other = await openIn(there, ANSWERS);
			const plan = await other.plan();
			const {script} = equivalentsOf({answers: ANSWERS, specification: other.specification, plan, place: other.place});
			const file = path.join(there.home, 'commands.sh');
			await writeScript(file, script);
			const {status, stdout, stderr} = await runScript(file, there);

			expect(stderr).not.toMatch(/error/i);
			expect(status, stderr).toBe(0);
			expect(stdout).toContain('assumed-role/hosts/');
			expect(await madeIn(there)).toEqual(await madeIn(here));
			expect(script).not.toContain(SECRET);
			await Promise.all([run.close(), other.close()]);
		},
	);

	test('gives nothing but its own line when nothing is left to do', async () => {
		const world = await setupWorld();
		const run = await openIn(world, {...ANSWERS, passphrase: {from: 'nowhere'}});
		await run.apply(await run.plan(), {begun: () => {}, doing: () => {}, done: () => {}, failed: () => {}});
		const {specification, place} = run;
		const {openssl, awsCli, own} = equivalentsOf({answers: ANSWERS, specification, plan: await run.plan(), place});

		expect(openssl).toEqual([]);
		expect(awsCli.flatMap(({lines}) => lines).filter(line => line.startsWith('aws '))).toEqual([]);
		expect(own).toHaveLength(1);
		await run.close();
	});
});

describe('writeScript', () => {
	test('writes for the owner alone, and never over what is there', async () => {
		const folder = temporaryFolder();
		mkdirSync(path.join(folder, 'there'));
		const file = path.join(folder, 'commands.sh');
		await writeScript(file, '#!/bin/sh\n');

		expect(statSync(file).mode & 0o777).toBe(0o700);
		await expect(writeScript(file, 'other')).rejects.toMatchObject({code: 'FILE_EXISTS'});
		expect(readFileSync(file, 'utf8')).toBe('#!/bin/sh\n');
	});
});
