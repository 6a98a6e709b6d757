import {chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {runProgram as runInside} from '../../../src/cli/program.ts';
import {testWorld} from '../../support/context.ts';
import {readEnvelope} from '../../support/envelope.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

const ANCHOR = 'arn:aws:rolesanywhere:eu-central-1:111122223333:trust-anchor/11111111-2222-4333-8444-555555555555';
const PROFILE = 'arn:aws:rolesanywhere:eu-central-1:111122223333:profile/11111111-2222-4333-8444-555555555555';
const ROLE = 'arn:aws:iam::111122223333:role/build';

/** What a person types, with flags changed or (undefined) left out. */
function words(differsBy: Readonly<Record<string, string | true | undefined>> = {}): readonly string[] {
	const flags: Readonly<Record<string, string | true | undefined>> = {
		'--cli-profile': 'build',
		'--certificate': 'certificate.pem',
		'--private-key': 'private-key.pem',
		'--trust-anchor-arn': ANCHOR,
		'--profile-arn': PROFILE,
		'--role-arn': ROLE,
		...differsBy,
	};
	return Object.entries(flags).flatMap(([name, value]) =>
		value === undefined ? [] : value === true ? [name] : [name, value],
	);
}

/** Runs configure in a home that has certificate and key. */
async function configure(
	args: readonly string[],
	{
		home = temporaryFolder(),
		env = {},
		platform,
	}: {home?: string; env?: Readonly<Record<string, string>>; platform?: NodeJS.Platform} = {},
) {
	writeFileSync(path.join(home, 'certificate.pem'), 'certificate');
	writeFileSync(path.join(home, 'private-key.pem'), 'key');
	const world = testWorld({home, env, now: () => new Date('2026-06-01T00:00:00Z'), ...(platform && {platform})});
	const code = await runInside(['configure', ...args], world.makeContext);
	const file = path.join(home, '.aws/config');
	return {
		code,
		home,
		file,
		stdout: world.stdout(),
		stderr: world.stderr(),
		text: existsSync(file) ? readFileSync(file, 'utf8') : undefined,
	};
}

describe('configure', () => {
	test('writes a block for this program with absolute paths, and says how to check and undo it', async () => {
		const {code, home, stdout, stderr, text, file} = await configure(
			words({'--intermediates': 'chain.pem', '--session-duration': '900'}),
		);

		expect({code, stderr}).toEqual({
			code: 0,
			stderr: `Careful: ${home}/chain.pem cannot be read, so there will be no credentials until it can.\n`,
		});
		expect(text).toBe(
			`[profile build]\ncredential_process = ${process.execPath} ${path.resolve('dist/main.js')} credentials --certificate ${home}/certificate.pem --private-key ${home}/private-key.pem --intermediates ${home}/chain.pem --trust-anchor-arn ${ANCHOR} --profile-arn ${PROFILE} --role-arn ${ROLE} --session-duration 900\nregion = eu-central-1\n`,
		);
		expect(stdout).toBe(
			`Wrote the CLI profile build to ${file}.\nCheck it:  aws sts get-caller-identity --profile build\nUndo it:   anchorsmith configure --undo --cli-profile build\n`,
		);
	});

	test('writes a block for the official helper found in PATH', async () => {
		const home = temporaryFolder();
		mkdirSync(path.join(home, 'bin'));
		writeFileSync(path.join(home, 'bin/aws_signing_helper'), '');
		chmodSync(path.join(home, 'bin/aws_signing_helper'), 0o755);
		const {text} = await configure(words({'--helper': 'official', '--region': 'us-east-1'}), {
			home,
			env: {PATH: `relative:${home}/bin`},
		});

		expect(text).toContain(`credential_process = ${home}/bin/aws_signing_helper credential-process --certificate `);
		expect(text).toContain('\nregion = us-east-1\n');
	});

	test('--dry-run shows the change and makes none', async () => {
		const {code, home, file, stdout} = await configure(words({'--dry-run': true}));

		expect(code).toBe(0);
		expect(stdout).toMatch(
			new RegExp(
				`^--- \\(none\\)\\n\\+\\+\\+ ${file}\\n\\+\\[profile build\\]\\n\\+credential_process = .*\\n\\+region = eu-central-1\\n$`,
			),
		);
		expect(readdirSync(home).toSorted()).toEqual(['certificate.pem', 'private-key.pem']);
	});

	test('--json gives one document, also when nothing is left to do', async () => {
		const first = await configure([...words(), '--json']);
		const second = await configure([...words(), '--json'], {home: first.home});

		expect(readEnvelope('configure', first.stdout)).toMatchObject({
			ok: true,
			result: {cliProfile: 'build', path: first.file, change: 'create', findings: []},
		});
		expect(readEnvelope('configure', second.stdout)).toMatchObject({ok: true, result: {change: 'none', backup: null}});
		expect(first.stderr).toBe('');
	});

	test('for a rehearsal writes its endpoint for the process and for the calls after it', async () => {
		const {text} = await configure(words({'--endpoint': 'http://127.0.0.1:4321'}));

		expect(text).toContain(' --endpoint http://127.0.0.1:4321\n');
		expect(text).toContain('\nendpoint_url = http://127.0.0.1:4321\n');
	});

	test('reports static keys that will win, and still writes', async () => {
		const home = temporaryFolder();
		mkdirSync(path.join(home, '.aws'));
		writeFileSync(
			path.join(home, '.aws/credentials'),
			'[build]\naws_access_key_id = AKIAEXAMPLE\naws_secret_access_key = hidden\n',
		);
		const {code, stderr, text} = await configure(words(), {home});

		expect(code).toBe(0);
		expect(stderr).toContain(
			'error: There is aws_access_key_id on line 2, aws_secret_access_key on line 3, which every client takes instead.',
		);
		expect(stderr).not.toContain('hidden');
		expect(text).toContain('[profile build]');
	});

	test('AWS_CONFIG_FILE names the file, and its folder is made', async () => {
		const {code, home, text} = await configure(words(), {env: {AWS_CONFIG_FILE: '~/elsewhere/aws.ini'}});

		expect({code, text}).toEqual({code: 0, text: undefined});
		expect(readFileSync(path.join(home, 'elsewhere/aws.ini'), 'utf8')).toContain('[profile build]');
	});

	test.each<[string, Readonly<Record<string, string | true | undefined>>, string, string]>([
		[
			'all missing flags at once',
			{'--certificate': undefined, '--role-arn': undefined},
			'USAGE',
			'Missing: --certificate, --role-arn.',
		],
		['an ARN of the wrong kind', {'--profile-arn': ANCHOR}, 'ARN_INVALID', 'is not the ARN of a profile'],
		[
			'ARNs of two accounts',
			{'--role-arn': ROLE.replace('111122223333', '444455556666')},
			'ARN_INVALID',
			'more than one account (111122223333, 444455556666)',
		],
		[
			'ARNs of two regions',
			{'--profile-arn': PROFILE.replace('eu-central-1', 'us-east-1')},
			'ARN_INVALID',
			'more than one region',
		],
		['a name that clients cannot use', {'--cli-profile': 'my profile'}, 'CLI_PROFILE_NAME', '"my profile"'],
		['a path that no quoting protects', {'--certificate': 'a$b.pem'}, 'UNQUOTABLE_ARGUMENT', 'it holds $'],
		[
			'a passphrase file for the official helper',
			{'--helper': 'official', '--helper-program': '/opt/h', '--passphrase-file': 'p'},
			'USAGE',
			'only on its command line',
		],
		['a passphrase from standard input', {'--passphrase-file': '-'}, 'USAGE', 'cannot be - here'],
		['a duration out of bounds', {'--session-duration': '60'}, 'USAGE', '900 to 43200'],
		[
			'an official helper that is not there',
			{'--helper': 'official'},
			'HELPER_MISSING',
			'There is no aws_signing_helper in PATH.',
		],
		['undoing as a dry run', {'--undo': true, '--dry-run': true}, 'USAGE', '--undo has no dry run.'],
		['undoing what was never done', {'--undo': true}, 'CLI_PROFILE_UNKNOWN', 'There is no record'],
	])('refuses %s and writes nothing', async (_case, differsBy, code, message) => {
		const run = await configure([...words(differsBy), '--json'], {platform: 'linux'});

		expect(run.code).toBe(2);
		expect(readEnvelope('configure', run.stdout)).toMatchObject({
			ok: false,
			error: {code, message: expect.stringContaining(message)},
		});
		expect(run.text).toBeUndefined();
	});
});

describe('configure --undo', () => {
	test('takes back everything since the first time, byte for byte', async () => {
		const home = temporaryFolder();
		mkdirSync(path.join(home, '.aws'));
		const before = '# mine\r\n[profile build]\r\noutput = json';
		writeFileSync(path.join(home, '.aws/config'), before);
		await configure(words(), {home});
		await configure(words({'--session-duration': '900'}), {home});
		const {code, stdout, text, file} = await configure(['--undo', '--cli-profile', 'build'], {home});

		expect({code, text}).toEqual({code: 0, text: before});
		expect(stdout).toBe(`The CLI profile build is again as it was, in ${file}.\n`);
		expect((await configure(['--undo', '--cli-profile', 'build'], {home})).code).toBe(2);
	});

	test('removes a file that it made, and keeps the record when it must refuse', async () => {
		const {home, file} = await configure(words());
		writeFileSync(file, 'output = json\n', {flag: 'a'});
		expect(await configure(['--undo', '--cli-profile', 'build'], {home})).toMatchObject({
			code: 2,
			stderr: expect.stringContaining('was changed since'),
		});

		writeFileSync(file, readFileSync(file, 'utf8').replace('output = json\n', ''));
		expect(await configure(['--undo', '--cli-profile', 'build', '--json'], {home})).toMatchObject({
			code: 0,
			text: undefined,
		});
	});
});
