import {readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {readEnvelope} from '../../support/envelope.ts';
import {ENOUGH, runIn, setupWorld} from '../../support/setup.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

const filesIn = (folder: string) =>
	readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter(name => statSync(path.join(folder, name)).isFile());

describe('setup', () => {
	test('ends with a proof, and a second run changes nothing and proves again', async () => {
		const world = await setupWorld();
		const first = await world.setUp();

		expect(first).toMatchObject({exit: 0});
		expect(first.stdout).toMatch(/Identity +arn:aws:sts::111122223333:assumed-role\/anchorsmith\/[0-9a-f]{40}\n/);
		expect(first.stdout).toMatch(/Source identity +CN=build-17\n/);
		expect(first.stdout).toMatch(/Valid until +20\d\d-/);

		const config = readFileSync(path.join(world.home, '.anchorsmith/rehearsal/aws-config'));
		const second = await world.setUp();

		expect(second).toMatchObject({exit: 0});
		expect(second.stderr).toContain('Nothing to change.');
		expect(second.stdout).toContain('assumed-role/anchorsmith/');
		expect(readFileSync(path.join(world.home, '.anchorsmith/rehearsal/aws-config'))).toEqual(config);
	});

	test('a rehearsal writes nothing outside its own folder', async () => {
		const world = await setupWorld();
		await world.setUp();

		expect(filesIn(world.home).filter(file => !file.startsWith('.anchorsmith/rehearsal/'))).toEqual([]);
	});

	test('keeps its own account when no rehearsal is named', async () => {
		const home = temporaryFolder();
		const words = ['setup', '--rehearse', '--yes', ...ENOUGH];

		expect(await runIn(home, words)).toMatchObject({exit: 0});
		const again = await runIn(home, words);
		expect(again).toMatchObject({exit: 0});
		expect(again.stderr).toContain('Nothing to change.');
		expect(again.stdout).toContain(`rehearse --state ${home}/.anchorsmith/rehearsal/state -- aws sts`);
	});

	test('stays in the region of the rehearsal that is there', async () => {
		const home = temporaryFolder();
		const words = ['setup', '--rehearse', '--yes', ...ENOUGH];

		expect(await runIn(home, [...words, '--region', 'eu-central-1'])).toMatchObject({exit: 0});
		const again = await runIn(home, words);
		expect(again).toMatchObject({exit: 0});
		expect(again.stderr).toContain('Nothing to change.');
		expect(again.stdout).toContain('arn:aws:rolesanywhere:eu-central-1:');
	});

	test('leaves no credentials behind once it is destroyed', async () => {
		const home = temporaryFolder();
		const cache = path.join(home, '.anchorsmith/rehearsal/cache');

		expect(await runIn(home, ['setup', '--rehearse', '--yes', ...ENOUGH])).toMatchObject({exit: 0});
		expect(readdirSync(cache)).toHaveLength(1);
		expect(await runIn(home, ['destroy', '--rehearse', '--yes'])).toMatchObject({exit: 0});
		expect(readdirSync(cache)).toEqual([]);
	});

	test('lists every answer that is missing, each with its flag, and changes nothing', async () => {
		const home = temporaryFolder();
		const {exit, stderr, stdout} = await runIn(home, ['setup', '--yes']);

		expect({exit, stdout}).toEqual({exit: 2, stdout: ''});
		for (const flag of ['--region TEXT', '--subject TEXT', '--permissions none|', '--passphrase-file FILE']) {
			expect(stderr).toContain(flag);
		}

		expect(filesIn(home)).toEqual([]);
	});

	test('lists every answer that is wrong', async () => {
		const {exit, stderr} = await runIn(temporaryFolder(), [
			'setup',
			'--rehearse',
			...ENOUGH,
			'--name',
			'a b',
			'--dns',
			'-',
		]);

		expect(exit).toBe(2);
		expect(stderr).toContain('--name: Use up to 64');
		expect(stderr).toContain('--dns: ');
	});

	test('without a terminal and without --yes it shows the plan and refuses', async () => {
		const world = await setupWorld();
		const {exit, stderr} = await world.run(['setup', '--rehearse', ...ENOUGH]);

		expect(exit).toBe(2);
		expect(stderr).toContain('6 to create, 0 to update, 0 to delete.');
		expect(stderr).toContain('Add --yes');
		expect(await world.rolesAnywhere.reader.listTrustAnchors()).toEqual([]);
		expect(filesIn(world.home)).toEqual([]);
	});

	test('--plan-only shows files with modes and calls in order, and writes nothing at all', async () => {
		const world = await setupWorld();
		const {exit, stdout} = await world.run(['setup', '--rehearse', '--plan-only', ...ENOUGH]);

		expect(exit).toBe(0);
		expect(stdout).toContain('private-key.pem (0600)');
		expect(stdout).toContain('  + trust anchor anchorsmith\n      certificate: (known after apply)');
		expect(stdout).toContain(
			'Calls to AWS, in order:\n  1. rolesanywhere:CreateTrustAnchor\n  2. iam:CreateRole\n  3. rolesanywhere:CreateProfile\n',
		);
		expect(readdirSync(world.home)).toEqual([]);

		expect(await runIn(world.home, ['setup', '--rehearse', '--plan-only', ...ENOUGH])).toMatchObject({exit: 0});
		expect(readdirSync(world.home)).toEqual([]);
	});

	test('speaks JSON by its schema: plan, result and refusal', async () => {
		const world = await setupWorld();
		const plan = await world.run(['setup', '--rehearse', '--plan-only', '--json', ...ENOUGH]);
		const done = await world.setUp('--json');
		const refused = await world.run(['setup', '--json', '--rehearse', '--yes']);

		expect(readEnvelope('setup', plan.stdout)).toMatchObject({result: {applied: false, counts: {create: 6}}});
		expect(readEnvelope('setup', done.stdout)).toMatchObject({
			ok: true,
			result: {applied: true, proof: {accountId: '111122223333', sourceIdentity: 'CN=build-17'}},
		});
		expect(done.stderr).toBe('');
		expect(readEnvelope('setup', refused.stdout)).toMatchObject({ok: false, error: {code: 'ANSWERS_MISSING'}});
	});

	test('takes answers from a file or from standard input, and flags before them', async () => {
		const world = await setupWorld();
		const answers = JSON.stringify({
			rehearse: true,
			subject: 'CN=from-file',
			permissions: 'none',
			noPassphrase: true,
			name: 'filed',
		});
		writeFileSync(path.join(world.home, 'answers.json'), answers);
		const typed = ['--subject', 'CN=from-flag', '--json', '--plan-only'];
		const fromFile = await world.run(['setup', '--answers', 'answers.json', ...typed]);
		const fromInput = await world.run(['setup', '--answers', '-', ...typed], {stdin: answers});

		expect(fromFile).toEqual(fromInput);
		expect(fromFile.stdout).toContain('CN=from-flag');
		expect(fromFile.stdout).not.toContain('CN=from-file');
		expect(readEnvelope('setup', fromFile.stdout)).toMatchObject({result: {setup: 'filed'}});
	});

	test('the answers that the template gives are enough', async () => {
		const template = path.resolve('templates/answers/rehearsal.json');

		expect(await runIn(temporaryFolder(), ['setup', '--rehearse', '--answers', template, '--yes'])).toMatchObject({
			exit: 0,
		});
	});

	test.each([
		['an answers file that is not there', ['--answers', 'nowhere.json'], 'nowhere.json'],
		['a passphrase file that is not there', ['--passphrase-file', 'nowhere.txt'], 'nowhere.txt'],
		['an empty passphrase', ['--passphrase-env', 'EMPTY'], 'passphrase of the authority’s key is empty'],
		['two sources for the passphrase', ['--passphrase-env', 'EMPTY', '--no-passphrase'], 'another flag answers too'],
		['a policy file that is no policy', ['--no-passphrase', '--permissions-policy', 'odd.json'], 'is no IAM policy'],
		['a session policy that is no JSON', ['--no-passphrase', '--session-policy', 'bad.json'], 'is no IAM policy'],
		['a certificate that outlives its authority', ['--no-passphrase', '--days', '9', '--issuer-days', '8'], 'outlive'],
		['a negative number of days', ['--no-passphrase', '--days', '-1'], '--days takes a whole number'],
		['an unknown kind of key', ['--no-passphrase', '--algorithm', 'rsa1024'], '--algorithm takes one of p256'],
		['a flag misspelt', ['--no-passphrase', '--subjct', 'CN=x'], 'Did you mean --subject?'],
	])('%s is one clear error and nothing is lost', async (_case, words, message) => {
		const home = temporaryFolder();
		writeFileSync(path.join(home, 'odd.json'), '{"a": 1}');
		writeFileSync(path.join(home, 'bad.json'), '{');
		const base = [
			'setup',
			'--rehearse',
			'--yes',
			'--subject',
			'CN=x',
			...(words.includes('--permissions-policy') ? [] : ['--permissions', 'none']),
		];
		const {exit, stderr, stdout} = await runIn(home, [...base, ...words], {env: {EMPTY: ''}});

		expect({exit, stdout}).toEqual({exit: 2, stdout: ''});
		expect(stderr).toContain(message);
		expect(stderr).toContain('Next: ');
		expect(readdirSync(home).toSorted()).toEqual(['bad.json', 'odd.json']);
	});

	test('a passphrase reaches the key and nothing else', async () => {
		const world = await setupWorld();
		const secret = 'correct horse battery staple';
		const words = [
			'setup',
			'--rehearse',
			'--yes',
			'--subject',
			'CN=x',
			'--permissions',
			'none',
			'--passphrase-env',
			'SECRET',
		];
		const {exit, stdout, stderr} = await world.run(words, {env: {SECRET: secret}});

		expect(exit).toBe(0);
		const base = path.join(world.home, '.anchorsmith/rehearsal');
		expect(readFileSync(path.join(base, 'issuers/anchorsmith/issuer-key.pem'), 'utf8')).toContain(
			'ENCRYPTED PRIVATE KEY',
		);
		const written = filesIn(base).map(file => readFileSync(path.join(base, file), 'utf8'));
		expect([stdout, stderr, ...written].filter(text => text.includes(secret))).toEqual([]);
	});
});
