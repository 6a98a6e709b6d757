import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {ExpectedError} from '../../src/errors.ts';
import {prove} from '../../src/setup/prove.ts';
import {accessTo} from '../support/aws-access.ts';
import {issueForTest} from '../support/certificates.ts';
import {rehearsalForTest} from '../support/rehearsal.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

const GOOD = {
	Version: 1,
	AccessKeyId: 'ASIAEXAMPLE',
	SecretAccessKey: 'not-a-secret',
	SessionToken: 'token',
	Expiration: '2030-01-01T00:00:00Z',
};

/** Proves with a program that writes `printed`, and complains and ends as told. */
async function proveWith(
	printed: string,
	{
		complaint = '',
		code = 0,
		changedAt,
		...access
	}: {
		readonly complaint?: string;
		readonly code?: number;
		readonly changedAt?: Date;
		readonly now?: () => Date;
		readonly sleep?: (milliseconds: number) => Promise<void>;
	} = {},
) {
	const home = temporaryFolder();
	const script = path.join(home, 'process.mjs');
	const config = path.join(home, 'config');
	const marks = path.join(home, 'marks');
	writeFileSync(
		script,
		`import fs from 'node:fs'; fs.appendFileSync(${JSON.stringify(marks)}, 'x');
		process.stdout.write(${JSON.stringify(printed)}); process.stderr.write(${JSON.stringify(complaint)}); process.exitCode = ${code};`,
	);
	writeFileSync(config, `[profile p]\ncredential_process = ${process.execPath} ${script}\nregion = us-east-1\n`);
	const rehearsal = await rehearsalForTest();
	return prove({
		cliProfile: 'p',
		locations: {config, credentials: path.join(home, 'credentials'), home: undefined},
		platform: 'posix',
		env: {PATH: process.env['PATH']},
		certificate: (await issueForTest()).certificate,
		changedAt,
		access: accessTo({sts: rehearsal.endpoint}, access),
		say: () => undefined,
	});
}

async function refusalOf(...given: Parameters<typeof proveWith>): Promise<ExpectedError> {
	try {
		await proveWith(...given);
	} catch (error) {
		if (error instanceof ExpectedError) {
			return error;
		}

		throw error;
	}

	throw new Error('it was proven');
}

describe('prove', () => {
	test.each([
		['nothing', ''],
		['no JSON', 'Welcome!\n{}'],
		['a list', '[]'],
		['the version as text', JSON.stringify({...GOOD, Version: '1'})],
		['no session token', JSON.stringify({...GOOD, SessionToken: undefined})],
		['a key that is no text', JSON.stringify({...GOOD, AccessKeyId: 5})],
	])('refuses a program that prints %s, without repeating it', async (_case, printed) => {
		const {code, message} = await refusalOf(printed);

		expect({code, message}).toEqual({
			code: 'PROOF_FAILED',
			message: 'The program of the CLI profile printed something else than credentials.',
		});
	});

	test('refuses credentials without a time of expiry', async () => {
		const {message} = await refusalOf(JSON.stringify({...GOOD, Expiration: 'soon'}));

		expect(message).toContain('name no time of expiry');
	});

	test('passes on what a failing program complains of, line by line, with controls made visible', async () => {
		const {message} = await refusalOf('', {complaint: 'first\r\nsecond \u001b[2J\n', code: 3});

		expect(message).toBe('The program of the CLI profile ended with code 3. It said:\nfirst\nsecond \\u{1b}[2J');
	});

	test('names a program that is not there', async () => {
		const home = temporaryFolder();
		const config = path.join(home, 'config');
		writeFileSync(config, '[profile p]\ncredential_process = /nowhere/at-all --flag\n');

		await expect(
			prove({
				cliProfile: 'p',
				locations: {config, credentials: path.join(home, 'credentials'), home: undefined},
				platform: 'posix',
				env: {},
				certificate: (await issueForTest()).certificate,
				changedAt: undefined,
				access: accessTo({}),
				say: () => undefined,
			}),
		).rejects.toMatchObject({code: 'PROOF_FAILED', message: expect.stringContaining('/nowhere/at-all cannot be run')});
	});

	test('refuses credentials that AWS does not know', async () => {
		const {code, message} = await refusalOf(JSON.stringify(GOOD));

		expect({code, message}).toMatchObject({
			code: 'AWS_REFUSED',
			message: expect.stringContaining('sts:GetCallerIdentity'),
		});
	});

	test('waits for a role that was made just now, up to a minute', async () => {
		let milliseconds = Date.parse('2026-06-01T00:00:10Z');
		const slept: number[] = [];
		const {message} = await refusalOf('', {
			complaint: 'AccessDeniedException: Unable to assume role for arn:aws:iam::111122223333:role/x.',
			code: 1,
			changedAt: new Date('2026-06-01T00:00:00Z'),
			now: () => new Date(milliseconds),
			sleep: async duration => {
				slept.push(duration);
				milliseconds += duration * 5;
			},
		});

		expect(slept).toEqual([3000, 3000, 3000, 3000, 3000]);
		expect(message).toContain('Unable to assume role');
	});

	test.each([
		['was changed long ago', 'Unable to assume role', '2026-05-31T00:00:00Z'],
		['fails for another reason', 'Invalid signature', '2026-06-01T00:00:00Z'],
		[
			'allows no session as long',
			'Unable to assume role. The requested DurationSeconds exceeds the MaxSessionDuration',
			'2026-06-01T00:00:00Z',
		],
	])('does not wait for a role that %s', async (_case, complaint, changedAt) => {
		const {message} = await refusalOf('', {
			complaint,
			code: 1,
			changedAt: new Date(changedAt),
			now: () => new Date('2026-06-01T00:00:10Z'),
			sleep: () => Promise.reject(new Error('it waited')),
		});

		expect(message).toContain(complaint);
	});
});
