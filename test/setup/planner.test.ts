import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {readEnvelope} from '../support/envelope.ts';
import {rehearsalForTest} from '../support/rehearsal.ts';
import {ENOUGH, type Ended, setupWorld} from '../support/setup.ts';

const SAME_POLICY = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:Get*","Resource":"*"}]}';
const OTHER_TRUST = JSON.stringify({
	Version: '2012-10-17',
	Statement: [{Effect: 'Allow', Principal: {Service: 'ec2.amazonaws.com'}, Action: 'sts:AssumeRole'}],
});

interface PlannedJson {
	readonly changes: readonly {readonly kind: string; readonly action: string; readonly calls: readonly string[]}[];
	readonly unchanged: readonly {readonly kind: string; readonly note: string}[];
	readonly warnings: readonly string[];
}

function isPlan(value: unknown): value is PlannedJson {
	return typeof value === 'object' && value !== null && 'changes' in value;
}

/** What a run under --json planned. */
function planned({stdout}: Ended): PlannedJson {
	const {result} = readEnvelope('setup', stdout);
	if (!isPlan(result)) {
		throw new Error(`no plan in ${stdout}`);
	}

	return result;
}

/** Changes in short: `update role`. */
const changesOf = (ended: Ended) => planned(ended).changes.map(({action, kind}) => `${action} ${kind}`);

/** The single element of a list. */
function only<Value>(all: readonly Value[]): Value {
	const [one, ...others] = all;
	if (one === undefined || others.length > 0) {
		throw new Error(`${all.length} where one is due`);
	}

	return one;
}

describe('what drifted is planned as an update, made, and then there is nothing to do', () => {
	test('a trust anchor whose certificate was exchanged keeps its ARN', async () => {
		const {rolesAnywhere, setUp, run, home} = await setupWorld();
		await setUp('--name', 'other');
		const foreign = readFileSync(path.join(home, '.anchorsmith/rehearsal/issuers/other/issuer.pem'), 'utf8');
		await setUp();
		const anchors = await rolesAnywhere.reader.listTrustAnchors();
		const anchor = only(anchors.filter(({name}) => name === 'anchorsmith'));
		await rolesAnywhere.writer.updateTrustAnchor(anchor.id, {name: anchor.name, certificates: foreign});

		const drifted = await setUp('--json');

		expect(changesOf(drifted)).toEqual(['update trust anchor']);
		expect(await rolesAnywhere.reader.findTrustAnchor(anchor.id)).toEqual(anchor);
		expect(changesOf(await setUp('--json'))).toEqual([]);
		expect(await run(['destroy', '--rehearse', '--yes'])).toMatchObject({exit: 0});
	});

	test('a disabled trust anchor and a disabled profile are enabled', async () => {
		const {rolesAnywhere, setUp} = await setupWorld();
		await setUp();
		await rolesAnywhere.writer.disableTrustAnchor(only(await rolesAnywhere.reader.listTrustAnchors()).id);

		expect(changesOf(await setUp('--json'))).toEqual(['update trust anchor']);
		expect(only(await rolesAnywhere.reader.listTrustAnchors())).toMatchObject({isEnabled: true});
	});

	test('a trust policy and a longest session', async () => {
		const {iam, setUp, run} = await setupWorld();
		await setUp();
		await iam.writer.updateTrustPolicy('anchorsmith', OTHER_TRUST);
		await iam.writer.updateMaxSessionDuration('anchorsmith', 7200);

		expect(changesOf(await setUp('--json'))).toEqual(['update role', 'update role']);
		expect(await iam.reader.findRole('anchorsmith')).toMatchObject({maxSessionDuration: 3600});
		expect(changesOf(await setUp('--json'))).toEqual([]);

		await run(['destroy', '--rehearse', '--yes']);
		expect(await iam.reader.findRole('anchorsmith')).toBeUndefined();
	});

	test('a profile’s duration, roles and session policy', async () => {
		const {rolesAnywhere, setUp} = await setupWorld();
		await setUp();
		const {id, name} = only(await rolesAnywhere.reader.listProfiles());
		await rolesAnywhere.writer.updateProfile(id, {
			name,
			roleArns: ['arn:aws:iam::111122223333:role/other'],
			durationSeconds: 900,
			sessionPolicy: SAME_POLICY,
		});

		expect(changesOf(await setUp('--json'))).toEqual(['update Roles Anywhere profile']);
		expect(only(await rolesAnywhere.reader.listProfiles())).toMatchObject({
			id,
			roleArns: ['arn:aws:iam::111122223333:role/anchorsmith'],
			durationSeconds: 3600,
		});
		expect(changesOf(await setUp('--json'))).toEqual([]);
	});

	test('a block of the config file that somebody edited', async () => {
		const {home, setUp} = await setupWorld();
		await setUp();
		const file = path.join(home, '.anchorsmith/rehearsal/aws-config');
		writeFileSync(file, readFileSync(file, 'utf8').replace('region = us-east-1', 'region = eu-west-1'));

		expect(changesOf(await setUp('--json'))).toEqual(['update CLI profile']);
		expect(readFileSync(file, 'utf8')).toContain('region = us-east-1');
		expect(changesOf(await setUp('--json'))).toEqual([]);
	});

	test('what was deleted behind its back is made again', async () => {
		const {rolesAnywhere, iam, setUp} = await setupWorld();
		await setUp();
		await rolesAnywhere.writer.deleteTrustAnchor(only(await rolesAnywhere.reader.listTrustAnchors()).id);
		await iam.writer.deleteRole('anchorsmith');

		expect(changesOf(await setUp('--json'))).toEqual(['create trust anchor', 'create role', 'update CLI profile']);
		expect(changesOf(await setUp('--json'))).toEqual([]);
	});
});

describe('other answers to the same set-up', () => {
	test('permissions are put, changed, attached and taken away as asked', async () => {
		const {home, iam, run} = await setupWorld();
		const readOnly = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
		writeFileSync(path.join(home, 'one.json'), SAME_POLICY);
		writeFileSync(path.join(home, 'two.json'), SAME_POLICY.replace('Get', 'List'));
		const base = ['setup', '--rehearse', '--yes', '--json', '--subject', 'CN=x', '--no-passphrase'];

		await run([...base, '--permissions-policy', 'one.json']);
		expect(changesOf(await run([...base, '--permissions-policy', 'two.json', '--managed-policy', readOnly]))).toEqual([
			'update role policy',
			'create attached policy',
		]);
		expect(await iam.reader.findRolePolicy('anchorsmith', 'anchorsmith-anchorsmith')).toContain('s3:List*');
		expect(changesOf(await run([...base, '--permissions', 'none']))).toEqual([
			'delete role policy',
			'delete attached policy',
		]);
		expect(await iam.reader.listRolePolicies('anchorsmith')).toEqual([]);
		expect(await iam.reader.listAttachedPolicies('anchorsmith')).toEqual([]);
	});

	test('a session policy that is no longer wanted is replaced by one that limits nothing', async () => {
		const {home, rolesAnywhere, setUp} = await setupWorld();
		writeFileSync(path.join(home, 'limit.json'), SAME_POLICY);
		await setUp('--session-policy', 'limit.json');

		expect(changesOf(await setUp('--json'))).toEqual(['update Roles Anywhere profile']);
		expect(only(await rolesAnywhere.reader.listProfiles()).sessionPolicy).toContain('"Action":"*"');
		expect(changesOf(await setUp('--json'))).toEqual([]);
	});

	test('longer sessions lengthen profile, role and command line alike', async () => {
		const {setUp} = await setupWorld();
		await setUp();

		expect(changesOf(await setUp('--json', '--session-duration', '7200'))).toEqual([
			'update role',
			'update Roles Anywhere profile',
			'update CLI profile',
		]);
	});

	test('a wider trust says so', async () => {
		const {iam, setUp} = await setupWorld();
		const ended = await setUp('--json', '--trust-scope', 'issuer');

		expect(planned(ended).warnings).toEqual([expect.stringContaining('Every certificate of this authority')]);
		const policy = (await iam.reader.findRole('anchorsmith'))?.trustPolicy;
		expect(policy).toContain('aws:PrincipalTag/x509Issuer/CN');
		expect(policy).not.toContain('x509Subject');
	});

	test('a name that no policy can hold is said', async () => {
		const {setUp} = await setupWorld();
		const ended = await setUp('--json', '--issuer-subject', 'CN=Us & them');

		expect(planned(ended).warnings).toEqual([expect.stringContaining('cannot name aws:PrincipalTag/x509Issuer/CN')]);
	});
});

describe('what others made', () => {
	test('a role of the same name is refused, not taken over', async () => {
		const {iam, setUp, rolesAnywhere} = await setupWorld();
		const role = {name: 'anchorsmith', trustPolicy: OTHER_TRUST, maxSessionDuration: 3600, description: ''};
		await iam.writer.createRole(role, []);

		const {exit, stderr} = await setUp();

		expect(exit).toBe(2);
		expect(stderr).toContain('which this set-up did not make');
		expect(stderr).toContain('--role-source existing --role-arn arn:aws:iam::111122223333:role/anchorsmith');
		expect(await rolesAnywhere.reader.listTrustAnchors()).toEqual([]);
	});

	test('an existing role gets one more statement, and loses only that', async () => {
		const {iam, run} = await setupWorld();
		const role = {name: 'theirs', trustPolicy: OTHER_TRUST, maxSessionDuration: 3600, description: ''};
		const {arn} = await iam.writer.createRole(role, []);
		const words = ['setup', '--rehearse', '--yes', '--json', '--subject', 'CN=x', '--no-passphrase', '--role-arn', arn];
		const ended = await run(words);

		expect(changesOf(ended)).toContain('update role');
		const trust = (await iam.reader.findRole('theirs'))?.trustPolicy ?? '';
		expect(JSON.parse(trust).Statement).toHaveLength(2);
		expect(trust).toContain('ec2.amazonaws.com');
		expect(changesOf(await run(words))).toEqual([]);

		expect(await run(['destroy', '--rehearse', '--yes'])).toMatchObject({exit: 0});
		expect(JSON.parse((await iam.reader.findRole('theirs'))?.trustPolicy ?? '')).toEqual(JSON.parse(OTHER_TRUST));
	});

	test('an existing role serves two machines with set-ups of one name, and each takes back its own', async () => {
		const [one, other] = [await setupWorld(), await setupWorld()];
		const role = {name: 'theirs', trustPolicy: OTHER_TRUST, maxSessionDuration: 3600, description: ''};
		const {arn} = await one.iam.writer.createRole(role, []);
		const words = (subject: string) => [
			'--rehearse',
			'--yes',
			'--no-passphrase',
			'--role-arn',
			arn,
			'--subject',
			subject,
		];
		const env = one.rehearsal.environment;
		const statements = async () => JSON.parse((await one.iam.reader.findRole('theirs'))?.trustPolicy ?? '').Statement;

		await one.run(['setup', ...words('CN=one')]);
		await other.run(['setup', ...words('CN=other')], {env});
		expect(await statements()).toHaveLength(3);

		await one.run(['setup', ...words('CN=changed'), '--certificate-name', 'changed']);
		expect(await statements()).toHaveLength(3);
		expect(JSON.stringify(await statements())).not.toContain('"one"');

		await one.run(['destroy', '--rehearse', '--yes']);
		await other.run(['destroy', '--rehearse', '--yes'], {env});
		expect(await statements()).toEqual(JSON.parse(OTHER_TRUST).Statement);
	});

	test('a role that is not there is refused', async () => {
		const {run} = await setupWorld();
		const arn = 'arn:aws:iam::111122223333:role/nobody';
		const words = ['setup', '--rehearse', '--yes', '--subject', 'CN=x', '--no-passphrase', '--role-arn', arn];

		expect(await run(words)).toMatchObject({exit: 2, stderr: expect.stringContaining(`There is no role ${arn}`)});
	});

	test('a trust anchor with the same certificate is used, and stays when the set-up goes', async () => {
		const {home, run, rolesAnywhere} = await setupWorld();
		const base = path.join(home, '.anchorsmith/rehearsal');
		await run(['setup', '--rehearse', '--yes', ...ENOUGH, '--name', 'first']);
		await run(['destroy', '--rehearse', '--yes', '--name', 'first']);
		const issuer = path.join(base, 'issuers/first');
		const certificates = readFileSync(path.join(issuer, 'issuer.pem'), 'utf8');
		const theirs = await rolesAnywhere.writer.createTrustAnchor({name: 'theirs', certificates}, []);
		await rolesAnywhere.writer.disableTrustAnchor(theirs.id);

		const ended = await run([
			...['setup', '--rehearse', '--yes', '--json', ...ENOUGH, '--name', 'second'],
			...['--issuer-certificate', path.join(issuer, 'issuer.pem')],
			...['--issuer-private-key', path.join(issuer, 'issuer-key.pem')],
		]);

		expect(changesOf(ended)).toContain('update trust anchor');
		expect(only(await rolesAnywhere.reader.listTrustAnchors())).toMatchObject({id: theirs.id, isEnabled: true});

		await run(['destroy', '--rehearse', '--yes', '--name', 'second']);
		expect(only(await rolesAnywhere.reader.listTrustAnchors())).toMatchObject({id: theirs.id, isEnabled: false});
	});

	test('two set-ups on two machines with one name do not touch each other’s', async () => {
		const [one, other] = [await setupWorld(), await setupWorld()];
		await one.setUp();
		const before = only(await one.rolesAnywhere.reader.listTrustAnchors());
		const elsewhere = await other.run(['setup', '--rehearse', '--yes', ...ENOUGH, '--role-name', 'another', '--json'], {
			env: one.rehearsal.environment,
		});

		expect(planned(elsewhere).warnings).toEqual([
			expect.stringContaining('Another trust anchor is called "anchorsmith" too'),
			expect.stringContaining('holds another certificate with the same subject'),
			expect.stringContaining('Another Roles Anywhere profile is called "anchorsmith" too'),
		]);
		expect(await one.rolesAnywhere.reader.listTrustAnchors()).toHaveLength(2);
		expect(await one.rolesAnywhere.reader.findTrustAnchor(before.id)).toEqual(before);
		expect(changesOf(await one.setUp('--json'))).toEqual([]);
	});

	test('an authority with the subject of an older one is told', async () => {
		const {home, setUp, run} = await setupWorld();
		await setUp('--name', 'old');
		const {stderr} = await setUp('--name', 'new', '--issuer-subject', 'CN=old CA');

		expect(stderr).toContain('The issuer old here has the subject CN=old CA too, with another key.');
		expect(stderr).toMatch(/The trust anchor arn:\S+ holds another certificate with the same subject/);
		const again = ['issuer', 'create', '--home', path.join(home, 'pki'), '--subject', 'CN=old CA', '--no-passphrase'];
		expect((await run([...again, '--name', 'one'])).stderr).not.toContain('Careful');
		expect((await run([...again, '--name', 'two'])).stderr).toContain('Careful: The issuer one here has the subject');
	});

	test('an issuer of the same name with another subject is refused', async () => {
		const {setUp} = await setupWorld();
		await setUp();

		expect(await setUp('--issuer-subject', 'CN=Another')).toMatchObject({
			exit: 2,
			stderr: expect.stringContaining('is another one: CN=anchorsmith CA'),
		});
	});

	test('a set-up in another account is refused', async () => {
		const here = await setupWorld();
		await here.setUp();
		const there = await rehearsalForTest({accountId: '444455556666', now: () => new Date()});

		expect(await here.run(['setup', '--rehearse', '--yes', ...ENOUGH], {env: there.environment})).toMatchObject({
			exit: 2,
			stderr: expect.stringContaining('is in account 111122223333, region us-east-1'),
		});
	});
});

describe('an authority from outside', () => {
	test('its certificate and one of its certificates are enough', async () => {
		const {home, run} = await setupWorld();
		await run(['setup', '--rehearse', '--yes', ...ENOUGH, '--name', 'donor', '--with-issuing']);
		await run(['destroy', '--rehearse', '--yes', '--name', 'donor']);
		const base = path.join(home, '.anchorsmith/rehearsal');
		const files = path.join(base, 'certificates/donor');
		const words = [
			...['setup', '--rehearse', '--yes', '--json', '--permissions', 'none'],
			...['--issuer-certificate', path.join(base, 'issuers/donor/root.pem')],
			...['--certificate', path.join(files, 'certificate.pem'), '--private-key', path.join(files, 'private-key.pem')],
			...['--intermediates', path.join(files, 'chain.pem')],
		];

		const ended = await run(words);
		expect(ended).toMatchObject({exit: 0});
		expect(planned(ended).changes.map(({kind}) => kind)).not.toContain('issuer');
		expect(changesOf(await run(words))).toEqual([]);
	});

	test.each([
		[
			'the certificate is a key',
			{'--certificate': 'private-key.pem'},
			'holds a private key where a certificate is due',
		],
		[
			'the key is a certificate',
			{'--private-key': 'certificate.pem'},
			'holds a certificate where a private key is due',
		],
		['the authority is no authority', {'--issuer-certificate': 'certificate.pem'}, 'breaks a rule'],
		['the key is another one', {'--private-key': 'other-key.pem'}, 'does not belong to the certificate'],
	])('%s: refused before anything is made', async (_case, differs, message) => {
		const {home, run, rolesAnywhere} = await setupWorld();
		const base = path.join(home, '.anchorsmith/rehearsal');
		await run(['setup', '--rehearse', '--yes', ...ENOUGH, '--name', 'donor']);
		await run(['setup', '--rehearse', '--yes', ...ENOUGH, '--name', 'other']);
		const files = path.join(base, 'certificates/donor');
		writeFileSync(
			path.join(files, 'other-key.pem'),
			readFileSync(path.join(base, 'certificates/other/private-key.pem')),
		);
		const given: Readonly<Record<string, string>> = {
			'--issuer-certificate': path.join(base, 'issuers/donor/issuer.pem'),
			'--certificate': path.join(files, 'certificate.pem'),
			'--private-key': path.join(files, 'private-key.pem'),
			...Object.fromEntries(Object.entries(differs).map(([flag, file]) => [flag, path.join(files, file)])),
		};
		const before = await rolesAnywhere.reader.listTrustAnchors();

		const ended = await run(['setup', '--rehearse', '--yes', '--permissions', 'none', ...Object.entries(given).flat()]);

		expect(ended).toMatchObject({exit: 2, stderr: expect.stringContaining(message)});
		expect(await rolesAnywhere.reader.listTrustAnchors()).toEqual(before);
	});
});
