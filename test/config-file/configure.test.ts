import {spawnSync} from 'node:child_process';
import {
	existsSync,
	lstatSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {
	applyCliProfile,
	type CliProfileGoal,
	type ConfigPlace,
	planCliProfile,
	undoCliProfile,
} from '../../src/config-file/configure.ts';
import {isPresent} from '../support/judges.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

const now = new Date('2026-06-01T00:00:00Z');
const fixture = path.resolve('test/fixtures/print-credentials.mjs');
const goal: CliProfileGoal = {
	cliProfile: 'build',
	command: [process.execPath, fixture, '--trust-anchor-arn', 'arn'],
	region: 'eu-central-1',
};

/** A home with or without a config file, and the files of its own. */
function place(config?: string | Uint8Array, credentials?: string): ConfigPlace & {readonly folder: string} {
	const home = temporaryFolder();
	const folder = path.join(home, '.aws');
	if (config !== undefined) {
		mkdirSync(folder, {mode: 0o700});
		writeFileSync(path.join(folder, 'config'), config, {mode: 0o640});
	}

	if (credentials !== undefined) {
		writeFileSync(path.join(folder, 'credentials'), credentials);
	}

	return {
		folder,
		locations: {config: path.join(folder, 'config'), credentials: path.join(folder, 'credentials'), home},
		platform: 'posix',
		env: {},
	};
}

async function configure(where: ConfigPlace, wanted = goal) {
	const plan = await planCliProfile(wanted, where);
	const applied = await applyCliProfile(plan, {now});
	return {plan, applied};
}

describe('planning', () => {
	test('writes nothing and shows what would change, and nothing else of the file', async () => {
		const where = place('[default]\naws_secret_access_key = hidden\n\n[profile build]\nregion = us-east-1\n');
		const plan = await planCliProfile(goal, where);

		expect(plan.change).toBe('update');
		expect(plan.diff).toBe(
			[
				`--- ${where.folder}/config`,
				`+++ ${where.folder}/config`,
				' [profile build]',
				'-region = us-east-1',
				'+region = eu-central-1',
				`+credential_process = ${goal.command.join(' ')}`,
				'',
			].join('\n'),
		);
		expect(readdirSync(where.folder)).toEqual(['config']);
	});

	test('finds nothing to do once it is done', async () => {
		const where = place();
		await configure(where);
		const {plan, applied} = await configure(where);

		expect(plan).toMatchObject({change: 'none', diff: '', record: undefined});
		expect(applied.backup).toBeUndefined();
		expect(readdirSync(where.folder)).toEqual(['config']);
	});

	test('does not take a CLI profile away from another program unless told to', async () => {
		const where = place('[profile build]\ncredential_process = /opt/vault/creds\n');

		await expect(planCliProfile(goal, where)).rejects.toMatchObject({
			code: 'CLI_PROFILE_IN_USE',
			message: expect.stringContaining('line 2'),
		});
		expect(await planCliProfile({...goal, mayReplaceProcess: true}, where)).toMatchObject({change: 'update'});
	});

	test('reports what will win over the process', async () => {
		const where = place('', '[build]\naws_access_key_id = AKIAEXAMPLE\naws_secret_access_key = hidden\n');
		const {findings} = await planCliProfile(goal, {...where, env: {AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE'}});

		expect(findings.map(({rule, severity}) => `${severity} ${rule}`)).toEqual([
			'error config-static-keys',
			'warning config-environment',
		]);
	});

	test('refuses bytes that are no UTF-8, whichever file they are in', async () => {
		const latin1 = place(Buffer.from('# caf\xe9\n', 'latin1'));
		const utf16 = place(Buffer.from('\uFEFF[default]\n', 'utf16le'));

		await expect(planCliProfile(goal, latin1)).rejects.toMatchObject({code: 'CONFIG_FILE_BROKEN'});
		await expect(planCliProfile(goal, utf16)).rejects.toMatchObject({code: 'CONFIG_FILE_BROKEN'});
	});

	test('says that the home folder is missing', async () => {
		const home = path.join(temporaryFolder(), 'gone');
		const where = {
			...place(),
			locations: {config: `${home}/.aws/config`, credentials: `${home}/.aws/credentials`, home},
		};

		await expect(planCliProfile(goal, where)).rejects.toMatchObject({code: 'HOME_MISSING'});
	});
});

describe('applying', () => {
	test('makes a private file in a private folder', async () => {
		const where = place();
		await configure(where);

		expect(statSync(where.folder).mode & 0o777).toBe(0o700);
		expect(statSync(where.locations.config).mode & 0o777).toBe(0o600);
		expect(readdirSync(where.folder)).toEqual(['config']);
	});

	test('keeps mode, link and a backup of a file that is there', async () => {
		const where = place();
		mkdirSync(where.folder);
		mkdirSync(path.join(where.folder, '../dotfiles'));
		const real = path.join(where.folder, '../dotfiles/aws');
		writeFileSync(real, '[default]\n', {mode: 0o644});
		symlinkSync('../dotfiles/aws', where.locations.config);
		const {applied} = await configure(where);

		expect(lstatSync(where.locations.config).isSymbolicLink()).toBe(true);
		expect(statSync(real).mode & 0o777).toBe(0o644);
		expect(readFileSync(applied.backup ?? '', 'utf8')).toBe('[default]\n');
		expect(applied.backup).toBe(`${path.resolve(real)}.bak-20260601T000000Z`);
	});

	test('keeps what others changed elsewhere since the plan, and yields where they changed the same section', async () => {
		const where = place('[default]\n');
		const plan = await planCliProfile(goal, where);
		writeFileSync(where.locations.config, '[default]\nregion = x\n');
		await applyCliProfile(plan, {now});
		expect(readFileSync(where.locations.config, 'utf8')).toMatch(/^\[default\]\nregion = x\n\n\[profile build\]\n/);

		const other = place('[profile build]\nregion = x\n');
		const late = await planCliProfile(goal, other);
		writeFileSync(other.locations.config, '[profile build]\nregion = y\n');
		await expect(applyCliProfile(late, {now})).rejects.toMatchObject({code: 'FILE_CHANGED'});
		expect(readFileSync(other.locations.config, 'utf8')).toBe('[profile build]\nregion = y\n');
	});

	test('loses no CLI profile when ten are written at once', async () => {
		const where = place('# mine\n');
		const names = Array.from({length: 10}, (_, index) => `build-${index}`);
		await Promise.all(names.map(cliProfile => configure(where, {...goal, cliProfile})));

		const text = readFileSync(where.locations.config, 'utf8');
		expect(names.filter(name => text.includes(`[profile ${name}]\n`))).toEqual(names);
	});
});

describe('undoing', () => {
	test.each([
		['LF', '# mine\n[default]\nregion = x\n\n[profile build]\noutput = json\n\n[profile other]\n'],
		['CRLF without a final line end', '[default]\r\nregion = x'],
		['nothing', ''],
		['a byte order mark', '\uFEFF[default]\n'],
	])('gives back every byte of a file with %s', async (_case, before) => {
		const where = place(before);
		const {plan} = await configure(where);

		expect(await undoCliProfile(plan.record ?? fail(), {now})).not.toEqual({outcome: 'nothing to undo'});
		expect(readFileSync(where.locations.config, 'utf8')).toBe(before);
		expect(await undoCliProfile(plan.record ?? fail(), {now})).toEqual({outcome: 'nothing to undo'});
	});

	test('takes the file and its folder away when they were made for it', async () => {
		const where = place();
		const {plan} = await configure(where);

		expect(await undoCliProfile(plan.record ?? fail(), {now})).toEqual({outcome: 'removed'});
		expect(existsSync(where.folder)).toBe(false);
		expect(await undoCliProfile(plan.record ?? fail(), {now})).toEqual({outcome: 'nothing to undo'});
	});

	test('leaves the file when others have added to it', async () => {
		const where = place();
		const {plan} = await configure(where);
		writeFileSync(where.locations.config, '\n[default]\nregion = x\n', {flag: 'a'});
		await undoCliProfile(plan.record ?? fail(), {now});

		expect(readFileSync(where.locations.config, 'utf8')).toBe('\n[default]\nregion = x\n');
	});

	test('leaves a section that was edited since', async () => {
		const where = place();
		const {plan} = await configure(where);
		writeFileSync(where.locations.config, 'output = json\n', {flag: 'a'});

		await expect(undoCliProfile(plan.record ?? fail(), {now})).rejects.toMatchObject({code: 'CLI_PROFILE_CHANGED'});
	});
});

describe('the clients', () => {
	/** A folder name with all that quoting must carry. */
	const odd = "my certs, of 50% (ü) & 'all'; (1)*#";

	async function written(cliProfile: string) {
		const where = place('[profile build]\nregion = x\n# note\n\n[default]\nregion = us-east-1');
		const words = ['--certificate', `/etc/${odd}/c.pem`, '--trust-anchor-arn', 'arn', ''];
		await configure(where, {...goal, cliProfile, command: [process.execPath, fixture, ...words]});
		return {where, words};
	}

	function environment({locations}: ConfigPlace) {
		return {
			PATH: process.env['PATH'] ?? '',
			HOME: '/nonexistent',
			AWS_CONFIG_FILE: locations.config,
			AWS_SHARED_CREDENTIALS_FILE: locations.credentials,
		};
	}

	test.runIf(isPresent('aws')).each(['build', 'new', 'default'])(
		'the AWS CLI takes %s as it was meant',
		async cliProfile => {
			const {where} = await written(cliProfile);
			const aws = (...args: readonly string[]): string => {
				const {stdout, stderr, status} = spawnSync('aws', args, {encoding: 'utf8', env: environment(where)});
				expect({status, stderr}).toMatchObject({status: 0});
				return stdout;
			};

			expect(aws('configure', 'get', 'region', '--profile', cliProfile)).toBe('eu-central-1\n');
			expect(aws('configure', 'list', '--profile', cliProfile)).toMatch(/custom-process/);
		},
	);

	test.runIf(isPresent('python3')).each(['build', 'new', 'default'])(
		'botocore runs the words of %s',
		async cliProfile => {
			const {where, words} = await written(cliProfile);
			const code =
				'import botocore.session as s, sys; print(s.Session(profile=sys.argv[1]).get_credentials().get_frozen_credentials().secret_key)';
			const {stdout, stderr} = spawnSync('python3', ['-c', code, cliProfile], {
				encoding: 'utf8',
				env: environment(where),
			});

			expect(stderr).toBe('');
			expect(JSON.parse(stdout)).toEqual(words);
		},
	);

	test.each(['build', 'new', 'default'])('the AWS SDK for JavaScript runs the words of %s', async cliProfile => {
		const {where, words} = await written(cliProfile);
		const {fromProcess} = await import('@aws-sdk/credential-provider-process');
		const {secretAccessKey} = await fromProcess({
			profile: cliProfile,
			configFilepath: where.locations.config,
			filepath: where.locations.credentials,
			ignoreCache: true,
		})();

		expect(JSON.parse(secretAccessKey)).toEqual(words);
	});
});

function fail(): never {
	throw new Error('nothing was changed');
}
