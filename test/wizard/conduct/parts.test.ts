// Promise: each of three persons can do only their part, what one ends with is what the next needs, and each is undone alone.
import {existsSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {readEnvelope} from '../../support/envelope.ts';
import {type Ended, runIn, type SetupWorld, setupWorld} from '../../support/setup.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

interface PartResult {
	readonly accountId: string | null;
	readonly changes: readonly {readonly kind: string}[];
	readonly trustAnchorArn: string;
	readonly profileArn: string;
	readonly roleArn: string;
	readonly region: string;
	readonly issuerCertificate: string;
	readonly certificate: string;
	readonly request: string;
	readonly proof?: {readonly arn: string};
	readonly handOvers: readonly {
		readonly to: string;
		readonly files: readonly string[];
		readonly facts: readonly {readonly what: string; readonly value: string}[];
		readonly commands: readonly string[];
	}[];
}

function isPartResult(value: unknown): value is PartResult {
	return typeof value === 'object' && value !== null && 'handOvers' in value;
}

/** What a part that went well ended with. */
function resultOf(ended: Ended): PartResult {
	expect(ended).toMatchObject({exit: 0});
	const {result} = readEnvelope('setup', ended.stdout);
	if (!isPartResult(result)) {
		throw new Error(`no result in ${ended.stdout}`);
	}

	return result;
}

const setup = (...words: readonly string[]) => ['setup', '--rehearse', '--yes', '--json', ...words];
const kindsOf = ({changes}: PartResult) => changes.map(({kind}) => kind);
const inRehearsal = (home: string, ...names: readonly string[]) => path.join(home, '.anchorsmith/rehearsal', ...names);

/** The words of a command that a hand-over names, for a program that is called without a shell. */
function wordsOf(result: PartResult, verb: string): readonly string[] {
	const command = result.handOvers.flatMap(({commands}) => commands).find(line => line.includes(` ${verb} `));
	return (command ?? '').split(' ').slice(1);
}

/** Runs a verb for a person with a home of their own and this world’s rehearsal. */
async function runAt(world: SetupWorld, home: string, words: readonly string[]): Promise<Ended> {
	return runIn(home, words, {env: world.rehearsal.environment});
}

describe('three persons, each with a home of their own', () => {
	test('owner, administrator and operator hand over to each other until it is proven', async () => {
		const world = await setupWorld();
		const [owner, administrator, operator] = [temporaryFolder(), temporaryFolder(), temporaryFolder()];

		const asked = resultOf(
			await runAt(
				world,
				operator,
				setup('--part', 'machine', '--certificate-source', 'later', '--subject', 'CN=host-1'),
			),
		);
		expect(kindsOf(asked)).toEqual(['certificate request']);
		expect(asked.handOvers.map(({to}) => to)).toEqual(['PKI owner', 'operator']);

		const signed = resultOf(
			await runAt(
				world,
				owner,
				setup('--part', 'pki', '--no-passphrase', '--with-issuing', '--request', asked.request),
			),
		);
		expect({accountId: signed.accountId, kinds: kindsOf(signed)}).toEqual({
			accountId: null,
			kinds: ['issuer', 'certificate'],
		});
		expect(existsSync(inRehearsal(owner, 'certificates/anchorsmith/private-key.pem'))).toBe(false);
		const [root = '', issuing = ''] = signed.handOvers.find(({to}) => to === 'administrator')?.files ?? [];
		const [certificate = '', chain = ''] = signed.handOvers.find(({to}) => to === 'operator')?.files ?? [];

		const registered = resultOf(
			await runAt(
				world,
				administrator,
				setup(
					...['--part', 'aws', '--issuer-certificate', root, '--intermediates', issuing],
					...['--trusted-subject', 'CN=host-1', '--permissions', 'none'],
				),
			),
		);
		expect(kindsOf(registered)).toEqual(['trust anchor', 'role', 'Roles Anywhere profile']);
		expect(registered.proof).toBeUndefined();

		const {trustAnchorArn, profileArn, roleArn} = registered;
		const machine = setup(
			...['--part', 'machine', '--certificate', certificate, '--intermediates', chain],
			...['--private-key', path.join(path.dirname(asked.request), 'private-key.pem')],
			...['--trust-anchor-arn', trustAnchorArn, '--profile-arn', profileArn, '--role-arn', roleArn],
		);
		const proven = resultOf(await runAt(world, operator, machine));
		expect(kindsOf(proven)).toEqual(['CLI profile']);
		expect(proven.proof?.arn).toContain('assumed-role/anchorsmith/');
		expect(kindsOf(resultOf(await runAt(world, operator, machine)))).toEqual([]);

		for (const home of [operator, administrator, owner]) {
			expect(await runAt(world, home, ['destroy', '--rehearse', '--yes', '--delete-keys'])).toMatchObject({exit: 0});
		}

		expect(await world.rolesAnywhere.reader.listTrustAnchors()).toEqual([]);
		expect(existsSync(inRehearsal(operator, 'aws-config'))).toBe(false);
		for (const file of ['certificates/anchorsmith', 'issuers/anchorsmith']) {
			expect([owner, operator].filter(home => existsSync(inRehearsal(home, file)))).toEqual([]);
		}
	});
});

describe('the administrator alone', () => {
	const ALONE = setup('--part', 'aws', '--no-passphrase', '--permissions', 'none');
	const NAMED = [...ALONE, '--trusted-subject', 'CN=host-1,O=Example'];

	test('ends with three ARNs and with commands that lead the operator to credentials', async () => {
		const world = await setupWorld();
		const machine = temporaryFolder();
		const done = resultOf(await world.run(NAMED));

		expect(kindsOf(done)).toEqual(['issuer', 'trust anchor', 'role', 'Roles Anywhere profile']);
		const operator = done.handOvers.find(({to}) => to === 'operator');
		expect(operator?.facts).toEqual([
			{what: 'Region', value: 'us-east-1'},
			{what: 'Trust anchor', value: done.trustAnchorArn},
			{what: 'Roles Anywhere profile', value: done.profileArn},
			{what: 'Role', value: done.roleArn},
		]);
		expect(existsSync(inRehearsal(world.home, 'aws-config'))).toBe(false);

		expect(await runAt(world, machine, wordsOf(done, 'request'))).toMatchObject({exit: 0});
		const sign = wordsOf(done, 'sign').map(word => word.replace('host-1', path.join(machine, 'host-1')));
		expect(await world.run(sign)).toMatchObject({exit: 0});
		expect(await runAt(world, machine, wordsOf(done, 'configure'))).toMatchObject({exit: 0});
		const credentials = wordsOf(done, 'configure').map(word => (word === 'configure' ? 'credentials' : word));
		const without = credentials.filter((word, index) => ![word, credentials[index - 1]].includes('--cli-profile'));
		expect(await runAt(world, machine, without)).toMatchObject({
			exit: 0,
			stdout: expect.stringContaining('AccessKeyId'),
		});
	});

	test('run again it changes nothing, and it can be undone', async () => {
		const {run, rolesAnywhere} = await setupWorld();
		await run(NAMED);

		expect(kindsOf(resultOf(await run(NAMED)))).toEqual([]);
		expect(await run(['destroy', '--rehearse', '--yes', '--delete-keys'])).toMatchObject({
			stdout: expect.stringContaining('4 deleted, 0 restored, 0 kept'),
		});
		expect(await rolesAnywhere.reader.listTrustAnchors()).toEqual([]);
	});

	test('must say whom the role lets in, unless that is every certificate of the authority', async () => {
		const {run} = await setupWorld();

		expect(readEnvelope('setup', (await run(ALONE)).stdout)).toMatchObject({
			error: {code: 'ANSWERS_MISSING', message: expect.stringContaining('--trusted-subject')},
		});
		const wide = resultOf(await run([...ALONE, '--trust-scope', 'issuer']));
		expect(wide.handOvers.find(({to}) => to === 'operator')?.commands[0]).toContain('--subject CN=anchorsmith');
	});

	test('the subject that is given is the one that is let in', async () => {
		const {run, iam} = await setupWorld();
		await run([...ALONE, '--subject', 'CN=host-9']);

		expect((await iam.reader.findRole('anchorsmith'))?.trustPolicy).toContain('"host-9"');
	});

	test('is told that an authority below the given one would not be let in', async () => {
		const {run, home} = await setupWorld();
		await run(setup('--part', 'pki', '--no-passphrase', '--with-issuing'));
		const root = inRehearsal(home, 'issuers/anchorsmith/root.pem');
		const {stdout} = await run([
			...setup('--name', 'aws', '--part', 'aws', '--permissions', 'none', '--plan-only'),
			...['--issuer-certificate', root, '--trusted-subject', 'CN=host-1'],
		]);

		expect(stdout).toContain('--intermediates FILE');
	});

	test('has no say in certificates', async () => {
		const {run} = await setupWorld();

		expect(readEnvelope('setup', (await run([...NAMED, '--certificate-source', 'new'])).stdout)).toMatchObject({
			error: {code: 'ANSWERS_INVALID', message: expect.stringContaining('With --part aws it should be later.')},
		});
	});
});

describe('the owner of the authority alone', () => {
	const ALONE = setup('--part', 'pki', '--no-passphrase');

	test('needs no account, and makes an authority without a certificate', async () => {
		const home = temporaryFolder();
		const done = resultOf(await runIn(home, ALONE));

		expect(kindsOf(done)).toEqual(['issuer']);
		expect(done.handOvers).toEqual([
			{
				to: 'administrator',
				files: [done.issuerCertificate],
				facts: [],
				commands: ['anchorsmith setup --part aws --issuer-certificate issuer.pem --trusted-subject DN'],
			},
		]);
		expect(existsSync(inRehearsal(home, 'state'))).toBe(false);
	});

	test('can issue key and certificate, and undo all', async () => {
		const home = temporaryFolder();
		const done = resultOf(await runIn(home, [...ALONE, '--subject', 'CN=host-1']));

		expect(kindsOf(done)).toEqual(['issuer', 'certificate']);
		expect(statSync(inRehearsal(home, 'certificates/anchorsmith/private-key.pem')).mode & 0o777).toBe(0o600);
		expect(kindsOf(resultOf(await runIn(home, [...ALONE, '--subject', 'CN=host-1'])))).toEqual([]);
		expect(await runIn(home, ['destroy', '--rehearse', '--yes', '--delete-keys'])).toMatchObject({
			exit: 0,
			stdout: expect.stringContaining('2 deleted'),
		});
	});

	test('a request that lies beside its key loses only the certificate when that is undone', async () => {
		const home = temporaryFolder();
		const folder = inRehearsal(home, 'certificates/anchorsmith');
		await runIn(home, ['request', '--name', 'anchorsmith', '--out', folder]);
		const words = [...ALONE, '--request', path.join(folder, 'request.csr')];

		expect(kindsOf(resultOf(await runIn(home, words)))).toEqual(['issuer', 'certificate']);
		expect(kindsOf(resultOf(await runIn(home, words)))).toEqual([]);
		await runIn(home, ['destroy', '--rehearse', '--yes', '--delete-keys']);
		expect(existsSync(path.join(folder, 'certificate.pem'))).toBe(false);
		expect(existsSync(path.join(folder, 'private-key.pem'))).toBe(true);
	});

	test('a certificate for another key under the same name is refused', async () => {
		const home = temporaryFolder();
		for (const name of ['one', 'two']) {
			await runIn(home, ['request', '--name', name, '--out', name]);
		}

		await runIn(home, [...ALONE, '--request', 'one/request.csr']);
		expect(readEnvelope('setup', (await runIn(home, [...ALONE, '--request', 'two/request.csr'])).stdout)).toMatchObject(
			{
				error: {code: 'SETUP_CONFLICT', message: expect.stringContaining('is for another key')},
			},
		);
	});

	test('what is no request is refused before anything is made', async () => {
		const home = temporaryFolder();
		writeFileSync(path.join(home, 'odd.csr'), 'nothing');

		expect(readEnvelope('setup', (await runIn(home, [...ALONE, '--request', 'odd.csr'])).stdout)).toMatchObject({
			error: {code: 'CSR_UNREADABLE'},
		});
		expect(existsSync(inRehearsal(home, 'issuers'))).toBe(false);
	});
});

describe('all, for a machine elsewhere', () => {
	test('signs its request, sets up AWS, and ends with what to type there', async () => {
		const world = await setupWorld();
		const machine = temporaryFolder();
		await runAt(world, machine, ['request', '--name', 'host-1', '--out', 'host-1']);
		const request = path.join(machine, 'host-1/request.csr');
		const words = setup('--request', request, '--no-passphrase', '--permissions', 'none');
		const done = resultOf(await world.run(words));

		expect(kindsOf(done)).toEqual(['issuer', 'certificate', 'trust anchor', 'role', 'Roles Anywhere profile']);
		expect((await world.iam.reader.findRole('anchorsmith'))?.trustPolicy).toContain('"host-1"');
		const [operator] = done.handOvers;
		expect(operator).toMatchObject({to: 'operator', files: [done.certificate]});
		expect(operator?.commands.join('\n')).toContain('--certificate certificate.pem --private-key private-key.pem');
		expect(kindsOf(resultOf(await world.run(words)))).toEqual([]);
	});
});

describe('the operator alone', () => {
	test('one set-up may begin without an account and go on in one, but not in another', async () => {
		const world = await setupWorld();
		await world.run(setup('--part', 'pki', '--no-passphrase', '--subject', 'CN=host-1'));
		const all = resultOf(await world.run(setup('--no-passphrase', '--subject', 'CN=host-1', '--permissions', 'none')));

		expect(kindsOf(all)).toEqual(['trust anchor', 'role', 'Roles Anywhere profile', 'CLI profile']);
		expect(await world.run(['destroy', '--rehearse', '--yes', '--delete-keys'])).toMatchObject({
			stdout: expect.stringContaining('6 deleted'),
		});
	});

	test('a wrong ARN is refused with the form of a right one', async () => {
		const {exit, stderr} = await runIn(temporaryFolder(), [
			...['setup', '--rehearse', '--part', 'machine', '--certificate', 'c.pem', '--private-key', 'k.pem'],
			...['--trust-anchor-arn', 'arn:aws:iam::111122223333:role/x', '--profile-arn', 'x', '--role-arn', 'y'],
		]);

		expect(exit).toBe(2);
		for (const flag of ['--trust-anchor-arn', '--profile-arn', '--role-arn']) {
			expect(stderr).toContain(`${flag}: It `);
		}
	});
});
