import {chmod, copyFile, mkdtemp, readdir, readFile, rm, stat, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {runProgram} from '../../../src/cli/program.ts';
import {verifySessionSignature} from '../../../src/session/verify.ts';
import {testWorld} from '../../support/context.ts';
import {readEnvelope} from '../../support/envelope.ts';
import {playBack} from '../../support/loopback.ts';
import {granted, refusal} from '../../support/session.ts';
import {common, ecIdentity, vectorFile} from '../../support/vectors.ts';

const JSON_OUT =
	'{"Version":1,"AccessKeyId":"ASIAEXAMPLE","SecretAccessKey":"example/secret","SessionToken":"example//token==","Expiration":"2026-03-15T13:34:56.000Z"}\n';

let home: string;

beforeEach(async () => {
	home = await mkdtemp(path.join(tmpdir(), 'anchorsmith-'));
	await copyFile(vectorFile('ec-private-key.pem'), path.join(home, 'private-key.pem'));
	await chmod(path.join(home, 'private-key.pem'), 0o600);
});

afterEach(async () => {
	await rm(home, {recursive: true});
});

interface Run {
	readonly endpoint: string;
	readonly more?: readonly string[];
	readonly without?: string;
	readonly env?: Readonly<Record<string, string>>;
	readonly stdin?: string;
	readonly at?: Date;
}

/** Runs the verb as a person would have typed it in `home`. */
async function credentials({endpoint, more = [], without, env = {}, stdin = '', at = common.at}: Run) {
	const {trustAnchorArn, profileArn, roleArn} = common.arns;
	const flags = Object.entries({
		'--certificate': vectorFile('ec-certificate.pem'),
		'--private-key': 'private-key.pem',
		'--trust-anchor-arn': trustAnchorArn,
		'--profile-arn': profileArn,
		'--role-arn': roleArn,
		'--endpoint': endpoint,
	}).filter(([name]) => name !== without);
	const world = testWorld({home, env, stdin, now: () => at});
	const code = await runProgram(['credentials', ...flags.flat(), ...more], world.makeContext);
	return {code, stdout: world.stdout(), stderr: world.stderr()};
}

async function cacheEntries(): Promise<readonly string[]> {
	return readdir(path.join(home, '.anchorsmith/cache')).catch(() => []);
}

describe('credentials', () => {
	test('prints what a credential_process prints, and nothing else', async () => {
		const {url, received} = await playBack([granted]);

		expect(
			await credentials({endpoint: url, more: ['--session-duration', '900', '--role-session-name', 'build-7']}),
		).toEqual({
			code: 0,
			stdout: JSON_OUT,
			stderr: '',
		});
		const [asked] = received;
		expect(asked && verifySessionSignature(asked, common.at, 'us-east-1').signature).toEqual({isValid: true});
		expect(Buffer.from(asked?.body ?? []).toString()).toBe('{"durationSeconds":900,"roleSessionName":"build-7"}');
	});

	test('prints the envelope under --json', async () => {
		const {url} = await playBack([granted]);
		const {stdout} = await credentials({endpoint: url, more: ['--json']});

		expect(readEnvelope('credentials', stdout)).toMatchObject({ok: true, result: JSON.parse(JSON_OUT)});
	});

	test('takes AWS_ENDPOINT_URL from the environment', async () => {
		const {url} = await playBack([granted]);
		const run = {endpoint: url, without: '--endpoint', env: {AWS_ENDPOINT_URL: url}};

		expect(await credentials(run)).toMatchObject({code: 0, stdout: JSON_OUT});
	});

	test('passes on what the service says, with exit 2 and an empty standard output', async () => {
		const {url} = await playBack([refusal(403, 'AccessDeniedException', 'Untrusted signing certificate')]);
		const {code, stdout, stderr} = await credentials({endpoint: url});

		expect({code, stdout}).toEqual({code: 2, stdout: ''});
		expect(stderr).toMatch(
			/^Error: IAM Roles Anywhere refused the session \(HTTP 403\): AccessDeniedException: Untrusted signing certificate \(request 5b3e-example\)\n {2}Next: .*--trust-anchor-arn/,
		);
		expect(await cacheEntries()).toEqual([]);
	});

	test('carries a refusal in the envelope under --json', async () => {
		const {url} = await playBack([refusal(403, 'AccessDeniedException', 'Certificate revoked')]);
		const {code, stdout, stderr} = await credentials({endpoint: url, more: ['--json']});

		expect({code, stderr}).toEqual({code: 2, stderr: ''});
		expect(readEnvelope('credentials', stdout)).toMatchObject({ok: false, error: {code: 'SESSION_REFUSED'}});
	});

	test.each([
		[
			'a key that does not belong to it',
			{more: ['--private-key', vectorFile('rsa-private-key.pem')]},
			'does not belong to the certificate',
		],
		[
			'swapped files',
			{more: ['--certificate', vectorFile('ec-private-key.pem')]},
			'holds a private key where a certificate is due',
		],
		['an expired certificate', {at: new Date('2037-01-01T00:00:00Z')}, 'expired at 2036-01-01T00:00:00.000Z'],
		[
			'ARNs of two regions',
			{more: ['--profile-arn', common.arns.profileArn.replace('us-east-1', 'eu-west-1')]},
			'more than one region',
		],
		['another region', {more: ['--region', 'eu-west-1']}, 'The trust anchor is in us-east-1'],
		['a missing file', {more: ['--certificate', 'nowhere.pem']}, 'nowhere.pem: there is no such file'],
		['a duration that is too long', {more: ['--session-duration', '43201']}, 'from 900 to 43200'],
		['a flag too few', {without: '--role-arn'}, 'Missing: --role-arn.'],
		[
			'a passphrase from nowhere',
			{more: ['--passphrase-env', 'NOT_SET']},
			'The environment variable NOT_SET is not set.',
		],
	])('asks nobody when it is given %s', async (_what, run, message) => {
		const {url, received} = await playBack([granted]);
		const {code, stdout, stderr} = await credentials({endpoint: url, ...run});

		expect({code, stdout}).toEqual({code: 2, stdout: ''});
		expect(stderr).toContain(message);
		expect(received).toEqual([]);
	});

	test.each([
		['a file', ['--passphrase-file', 'passphrase'], {}, ''],
		['standard input', ['--passphrase-file', '-'], {}, 'correct horse\r\nbattery'],
		['a variable', ['--passphrase-env', 'SECRET'], {SECRET: 'correct horse'}, ''],
	])('opens an encrypted key with a passphrase from %s', async (_where, more, env, stdin) => {
		const {url} = await playBack([granted]);
		await writeFile(path.join(home, 'passphrase'), 'correct horse\n');
		await writeFile(
			path.join(home, 'key.pem'),
			ecIdentity.privateKey.export({
				type: 'pkcs8',
				format: 'pem',
				cipher: 'aes-256-cbc',
				passphrase: 'correct horse',
			}),
			{mode: 0o600},
		);

		expect(await credentials({endpoint: url, more: ['--private-key', 'key.pem', ...more], env, stdin})).toMatchObject({
			code: 0,
			stdout: JSON_OUT,
		});
	});
});

describe('the cache of credentials', () => {
	const later = (minutes: number) => new Date(common.at.getTime() + minutes * 60_000);

	test('spares the service until ten minutes before the end', async () => {
		const {url, received} = await playBack([granted]);

		for (const minutes of [0, 1, 50]) {
			expect(await credentials({endpoint: url, at: later(minutes)})).toEqual({code: 0, stdout: JSON_OUT, stderr: ''});
		}

		expect(received).toHaveLength(1);
		await credentials({endpoint: url, at: later(51)});
		expect(received).toHaveLength(2);
	});

	test('is left alone by --no-cache', async () => {
		const {url, received} = await playBack([granted]);
		await credentials({endpoint: url, more: ['--no-cache']});

		expect(await cacheEntries()).toEqual([]);
		await credentials({endpoint: url});
		await credentials({endpoint: url, more: ['--no-cache']});
		expect(received).toHaveLength(3);
	});

	test.each([
		['role', ['--role-arn', 'arn:aws:iam::123456789012:role/Other']],
		['duration', ['--session-duration', '900']],
		['session name', ['--role-session-name', 'build-7']],
		['endpoint', ['--endpoint', 'ENDPOINT/other']],
	])('keeps another %s apart', async (_what, more) => {
		const {url, received} = await playBack([granted]);
		await credentials({endpoint: url});
		await credentials({endpoint: url, more: more.map(word => word.replace('ENDPOINT', url))});

		expect(received).toHaveLength(2);
		expect(await cacheEntries()).toHaveLength(2);
	});

	test('asks again when the certificate was renewed under the same name', async () => {
		const {url, received} = await playBack([granted]);
		const file = path.join(home, 'certificate.pem');
		await copyFile(vectorFile('ec-certificate.pem'), file);
		await credentials({endpoint: url, more: ['--certificate', file]});
		await writeFile(file, `${await readFile(file, 'utf8')}\n`);
		await credentials({endpoint: url, more: ['--certificate', file]});

		expect(received).toHaveLength(2);
	});

	test('asks again when what was kept is damaged', async () => {
		const {url, received} = await playBack([granted]);
		await credentials({endpoint: url});
		for (const entry of await cacheEntries()) {
			await writeFile(path.join(home, '.anchorsmith/cache', entry), JSON_OUT.slice(0, 40));
		}

		expect(await credentials({endpoint: url})).toMatchObject({code: 0, stdout: JSON_OUT});
		expect(received).toHaveLength(2);
	});

	test('that cannot be written is told of, and the credentials are printed', async () => {
		const {url} = await playBack([granted]);
		await writeFile(path.join(home, '.anchorsmith'), 'in the way');

		expect(await credentials({endpoint: url})).toEqual({
			code: 0,
			stdout: JSON_OUT,
			stderr: expect.stringMatching(/^Not kept for the next time: Cannot create .*\.anchorsmith/),
		});
	});

	test('is not made in a home folder that does not exist', async () => {
		const {url} = await playBack([granted]);
		const key = path.join(home, 'private-key.pem');
		home = path.join(home, 'nowhere');

		expect(await credentials({endpoint: url, more: ['--private-key', key]})).toEqual({
			code: 0,
			stdout: JSON_OUT,
			stderr: expect.stringContaining(`${home} does not exist`),
		});
		await expect(readdir(home)).rejects.toThrow('ENOENT');
		home = path.dirname(home);
	});
});

test('a key that others can read is warned of', async () => {
	const {url} = await playBack([granted]);
	const key = path.join(home, 'private-key.pem');
	await chmod(key, 0o640);

	expect(await credentials({endpoint: url})).toMatchObject({
		code: 0,
		stdout: JSON_OUT,
		stderr: expect.stringContaining(`chmod 600 ${key}`),
	});
});

describe('the last error', () => {
	const failures = async () => {
		const folder = path.join(home, '.anchorsmith/failures');
		const names = await readdir(folder).catch(() => []);
		return Promise.all(names.map(async name => JSON.parse(await readFile(path.join(folder, name), 'utf8'))));
	};

	test('is kept until there are credentials', async () => {
		const {url} = await playBack([refusal(403, 'AccessDeniedException', 'Certificate revoked'), granted]);
		await credentials({endpoint: url});

		expect(await failures()).toEqual([
			{
				at: common.at.toISOString(),
				code: 'SESSION_REFUSED',
				message: expect.stringContaining('AccessDeniedException: Certificate revoked'),
			},
		]);
		await credentials({endpoint: url});
		expect(await failures()).toEqual([]);
	});

	test('is readable by its owner only', async () => {
		await credentials({endpoint: 'http://127.0.0.1:9', more: ['--certificate', 'none.pem']});
		const [name = ''] = await readdir(path.join(home, '.anchorsmith/failures'));

		expect((await stat(path.join(home, '.anchorsmith/failures', name))).mode & 0o777).toBe(0o600);
	});

	test('is not kept under --no-cache', async () => {
		await credentials({endpoint: 'http://127.0.0.1:9', more: ['--certificate', 'none.pem', '--no-cache']});

		expect(await failures()).toEqual([]);
	});

	test('is let go of where it cannot be kept', async () => {
		await writeFile(path.join(home, '.anchorsmith'), 'a file');
		const {code, stderr} = await credentials({endpoint: 'http://127.0.0.1:9', more: ['--certificate', 'none.pem']});

		expect(code).toBe(2);
		expect(stderr).toMatch(/^Error: Cannot read .*none\.pem: there is no such file\./);
	});
});
