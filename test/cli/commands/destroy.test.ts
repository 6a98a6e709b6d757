import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {readEnvelope} from '../../support/envelope.ts';
import {ENOUGH, runIn, setupWorld} from '../../support/setup.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

const DESTROY = ['destroy', '--rehearse', '--yes'];
const POLICY = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:Get*","Resource":"*"}]}';
const TRUST = JSON.stringify({
	Version: '2012-10-17',
	Statement: [{Effect: 'Allow', Principal: {Service: 'ec2.amazonaws.com'}, Action: 'sts:AssumeRole'}],
});
const READ_ONLY = 'arn:aws:iam::aws:policy/ReadOnlyAccess';

describe('destroy', () => {
	test('removes all that the set-up made at AWS and in the config file, and leaves the keys', async () => {
		const {home, setUp, run, rolesAnywhere, iam} = await setupWorld();
		const base = path.join(home, '.anchorsmith/rehearsal');
		mkdirSync(base, {recursive: true});
		const config = '# mine\n[profile other]\nregion = eu-west-1';
		writeFileSync(path.join(base, 'aws-config'), config);
		writeFileSync(path.join(home, 'policy.json'), POLICY);
		await setUp(
			'--permissions-policy',
			'policy.json',
			'--managed-policy',
			READ_ONLY,
			'--permissions',
			'inline-and-managed',
		);

		const {exit, stderr} = await run(DESTROY);

		expect(exit).toBe(0);
		expect(stderr).toContain(
			'  1. rolesanywhere:DeleteProfile\n  2. iam:DetachRolePolicy\n  3. iam:DeleteRolePolicy\n  4. iam:DeleteRole\n  5. rolesanywhere:DeleteTrustAnchor\n',
		);
		expect(await rolesAnywhere.reader.listTrustAnchors()).toEqual([]);
		expect(await rolesAnywhere.reader.listProfiles()).toEqual([]);
		expect(await iam.reader.findRole('anchorsmith')).toBeUndefined();
		expect(readFileSync(path.join(base, 'aws-config'), 'utf8')).toBe(config);
		expect(readdirSync(path.join(base, 'certificates/anchorsmith'))).toContain('private-key.pem');
		expect(readdirSync(path.join(base, 'issuers/anchorsmith'))).toContain('issuer-key.pem');
	});

	test('done twice it finds nothing more to do; set up again, it uses the keys that stayed', async () => {
		const {home, setUp, run} = await setupWorld();
		await setUp();
		const key = path.join(home, '.anchorsmith/rehearsal/certificates/anchorsmith/private-key.pem');
		const before = readFileSync(key);
		await run(DESTROY);

		expect(await run(DESTROY)).toMatchObject({exit: 0, stdout: 'Nothing to undo in the set-up anchorsmith.\n'});
		expect(await setUp()).toMatchObject({exit: 0});
		expect(readFileSync(key)).toEqual(before);
	});

	test('--delete-keys takes the keys too', async () => {
		const {home, setUp, run} = await setupWorld();
		await setUp();
		const {exit, stdout} = await run([...DESTROY, '--delete-keys']);

		expect({exit, stdout}).toMatchObject({exit: 0, stdout: expect.stringContaining('6 deleted')});
		const base = path.join(home, '.anchorsmith/rehearsal');
		expect(existsSync(path.join(base, 'certificates/anchorsmith'))).toBe(false);
		expect(existsSync(path.join(base, 'issuers/anchorsmith'))).toBe(false);
	});

	test('an issuer that serves others stays, keys and all', async () => {
		const {home, setUp, run} = await setupWorld();
		await setUp();
		await setUp(
			'--name',
			'other',
			'--issuer-name',
			'anchorsmith',
			'--issuer-subject',
			'CN=anchorsmith CA',
			'--subject',
			'CN=other',
		);
		const {stdout} = await run([...DESTROY, '--delete-keys']);

		expect(stdout).toContain('issuer anchorsmith: it issued certificates to others too: CN=other');
		expect(existsSync(path.join(home, '.anchorsmith/rehearsal/issuers/anchorsmith/issuer-key.pem'))).toBe(true);
	});

	test('shows what it would do and refuses without a yes', async () => {
		const {setUp, run, rolesAnywhere} = await setupWorld();
		await setUp();
		const {exit, stderr} = await run(['destroy', '--rehearse']);

		expect(exit).toBe(2);
		expect(stderr).toContain('4 to delete, 0 to restore, 2 to keep.');
		expect(stderr).toContain('Add --yes');
		expect(await run(['destroy', '--rehearse', '--plan-only'])).toMatchObject({
			exit: 0,
			stdout: expect.stringContaining('4 to delete, 0 to restore, 2 to keep.'),
		});
		expect(await rolesAnywhere.reader.listTrustAnchors()).toHaveLength(1);
	});

	test('speaks JSON by its schema', async () => {
		const {setUp, run} = await setupWorld();
		await setUp();

		expect(
			readEnvelope('destroy', (await run(['destroy', '--rehearse', '--plan-only', '--json'])).stdout),
		).toMatchObject({
			result: {applied: false, counts: {delete: 4, keep: 2}},
		});
		expect(readEnvelope('destroy', (await run([...DESTROY, '--json'])).stdout)).toMatchObject({ok: true});
		const refused = await run(['destroy', '--rehearse', '--name', 'nobody', '--json']);
		expect(readEnvelope('destroy', refused.stdout)).toMatchObject({error: {code: 'SETUP_UNKNOWN'}});
	});

	test('a set-up that nobody made is unknown, and those that exist are named', async () => {
		const {setUp, run} = await setupWorld();
		await setUp('--name', 'build-hosts');

		expect(await run(['destroy', '--rehearse', '--name', 'nobody'])).toMatchObject({
			exit: 2,
			stderr: expect.stringContaining('There are: build-hosts.'),
		});
		expect(await runIn(temporaryFolder(), ['destroy'])).toMatchObject({exit: 2});
		expect(await run(['destroy', '--name', '../x'])).toMatchObject({exit: 2});
	});

	test('what is gone already is no error', async () => {
		const {setUp, run, rolesAnywhere, iam} = await setupWorld();
		await setUp();
		for (const {id} of await rolesAnywhere.reader.listTrustAnchors()) {
			await rolesAnywhere.writer.deleteTrustAnchor(id);
		}

		await iam.writer.deleteRole('anchorsmith');

		expect(await run(DESTROY)).toMatchObject({
			exit: 0,
			stderr: expect.stringContaining('role anchorsmith (gone already)'),
		});
		expect(await run(DESTROY)).toMatchObject({exit: 0, stdout: expect.stringContaining('Nothing to undo')});
	});

	test.each([
		[
			'a role with another trust policy',
			'its trust policy was changed since',
			async ({iam}: World) => iam.writer.updateTrustPolicy('anchorsmith', TRUST),
		],
		[
			'a role with one more policy',
			'it has policies that this set-up did not give it: theirs',
			async ({iam}: World) => iam.writer.putRolePolicy('anchorsmith', 'theirs', POLICY),
		],
		[
			'a role with one more attached policy',
			`it has policies that this set-up did not give it: ${READ_ONLY}`,
			async ({iam}: World) => iam.writer.attachPolicy('anchorsmith', READ_ONLY),
		],
		[
			'a profile with other roles',
			'its roles, duration or session policy were changed since',
			async ({rolesAnywhere}: World) => {
				for (const {id, name, durationSeconds} of await rolesAnywhere.reader.listProfiles()) {
					await rolesAnywhere.writer.updateProfile(id, {
						name,
						durationSeconds,
						roleArns: ['arn:aws:iam::111122223333:role/theirs'],
					});
				}
			},
		],
		[
			'a block that was edited',
			'its block was changed since',
			async ({home}: World) => {
				const file = path.join(home, '.anchorsmith/rehearsal/aws-config');
				writeFileSync(file, readFileSync(file, 'utf8').replace('region = us-east-1', 'region = eu-west-1'));
			},
		],
	])('%s is kept, and said', async (_case, reason, change) => {
		const world = await setupWorld();
		await world.setUp();
		await change(world);

		const {exit, stdout} = await world.run(DESTROY);

		expect(exit).toBe(0);
		expect(stdout).toContain('3 deleted, 0 restored, 3 kept.');
		expect(stdout).toContain(reason);
	});

	test('an inline policy that was changed is kept, and its role with it', async () => {
		const {home, run, iam} = await setupWorld();
		writeFileSync(path.join(home, 'policy.json'), POLICY);
		await run([
			...['setup', '--rehearse', '--yes', '--subject', 'CN=x', '--no-passphrase'],
			...['--permissions-policy', 'policy.json'],
		]);
		await iam.writer.putRolePolicy('anchorsmith', 'anchorsmith-anchorsmith', POLICY.replace('Get', 'Put'));

		const {stdout} = await run(DESTROY);

		expect(stdout).toContain('role policy anchorsmith/anchorsmith-anchorsmith: it was changed since');
		expect(stdout).toContain('role anchorsmith: it has policies that this set-up did not give it');
		expect(await iam.reader.findRole('anchorsmith')).toBeDefined();
	});

	test('only what this very set-up made goes', async () => {
		const {setUp, run, rolesAnywhere} = await setupWorld();
		await setUp('--name', 'one');
		await setUp('--name', 'two');
		await run([...DESTROY, '--name', 'one']);

		expect((await rolesAnywhere.reader.listTrustAnchors()).map(({name}) => name)).toEqual(['two']);
		expect(await setUp('--name', 'two')).toMatchObject({exit: 0, stderr: expect.stringContaining('Nothing to change')});
	});

	test('a trust anchor that another set-up of this home uses stays until that is undone', async () => {
		const {setUp, run, rolesAnywhere} = await setupWorld();
		await setUp('--name', 'one');
		const issuer = ['--issuer-name', 'one', '--issuer-subject', 'CN=one CA'];
		await setUp('--name', 'two', ...issuer, '--subject', 'CN=two');
		expect(await rolesAnywhere.reader.listTrustAnchors()).toHaveLength(1);

		expect((await run([...DESTROY, '--name', 'one'])).stdout).toContain(
			'trust anchor one: it is used by the set-up two too',
		);
		expect(await setUp('--name', 'two', ...issuer, '--subject', 'CN=two')).toMatchObject({exit: 0});

		await run([...DESTROY, '--name', 'two']);
		expect(await rolesAnywhere.reader.listTrustAnchors()).toHaveLength(1);
		expect((await run([...DESTROY, '--name', 'one'])).stdout).toContain('1 deleted');
		expect(await rolesAnywhere.reader.listTrustAnchors()).toEqual([]);
	});

	test('without a rehearsal named, the set-up’s own is served again', async () => {
		const home = temporaryFolder();
		await runIn(home, ['setup', '--rehearse', '--yes', ...ENOUGH]);

		expect(await runIn(home, DESTROY)).toMatchObject({exit: 0, stdout: expect.stringContaining('4 deleted')});
	});
});

type World = Awaited<ReturnType<typeof setupWorld>>;
