import {randomUUID} from 'node:crypto';
import {readdirSync, readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {runProgram} from '../../../../src/doctor/gather/probes/program-run.ts';
import {surroundingsForTest} from '../../../support/doctor-surroundings.ts';
import {temporaryFolder} from '../../../support/temporary-folder.ts';

/** A busy machine takes its time to start and to end processes. */
const PATIENT = {timeout: 20_000};
const env = {PATH: process.env['PATH'] ?? ''};

function shell(script: string, more: Readonly<Record<string, string>> = {}) {
	return runProgram(['sh', '-c', script], surroundingsForTest({env: {...env, ...more}}));
}

describe('a credential process that is run', () => {
	test('leaves the names of what it printed, and nothing of the credentials', async () => {
		const look = await shell(
			`printf '{"Version": 1, "AccessKeyId": "ASIAEXAMPLEEXAMPLE12", "SecretAccessKey": "wJalrXUtnFEMI", "SessionToken": "token-of-the-test", "Expiration": "2026-06-01T01:00:00Z"}'; echo granted wJalrXUtnFEMI >&2`,
		);

		expect(look).toEqual({
			state: 'seen',
			value: {
				exit: 0,
				isTimeout: false,
				stderr: 'granted REDACTED',
				output: {
					kind: 'json',
					members: ['Version', 'AccessKeyId', 'SecretAccessKey', 'SessionToken', 'Expiration'],
					version: '1',
					expiration: '2026-06-01T01:00:00Z',
				},
			},
		});
	});

	test.each<[string, string, unknown]>([
		['nothing', 'printf "\\n"', {kind: 'empty'}],
		[
			'a greeting',
			'echo "Welcome to example.com"; echo \'{"AccessKeyId": "x"}\'',
			{kind: 'not-json', beginning: 'Welcome to example.com'},
		],
		['a list', 'echo "[1]"', {kind: 'not-json', beginning: ''}],
		['a version that is a text', `echo '{"Version": "1"}'`, {kind: 'json', members: ['Version'], version: '"1"'}],
		['an end that is a number', `echo '{"Expiration": 5}'`, {kind: 'json', members: ['Expiration'], expiration: '5'}],
	])('may print %s', async (_case, script, output) => {
		expect(await shell(script)).toMatchObject({state: 'seen', value: {exit: 0, output}});
	});

	test('leaves its exit code and the end of what it said, with control characters to be seen', async () => {
		const look = await shell(
			`i=0; while [ $i -lt 300 ]; do echo "line $i of many" >&2; i=$((i+1)); done; printf '\\033[31mred\\r\\n' >&2; exit 7`,
		);

		expect(look).toMatchObject({state: 'seen', value: {exit: 7, output: {kind: 'empty'}}});
		const {stderr} = look.state === 'seen' ? look.value : {stderr: ''};
		expect(stderr).toMatch(/line 299 of many\n\\u\{1b\}\[31mred$/);
		expect(stderr.length).toBe(4096);
	});

	test('has no secret variable of this environment left in what it said', async () => {
		const look = await shell('echo "$MY_PASSWORD $AWS_SECRET_ACCESS_KEY $HARMLESS" >&2; exit 1', {
			MY_PASSWORD: 'correct horse',
			AWS_SECRET_ACCESS_KEY: 'battery staple',
			HARMLESS: 'paper',
		});

		expect(look).toMatchObject({value: {stderr: 'REDACTED REDACTED paper'}});
	});

	test('finds no shell: words are words', async () => {
		const look = await runProgram(['echo', '$HOME', '~', '&&'], surroundingsForTest({env}));

		expect(look).toMatchObject({value: {output: {kind: 'not-json', beginning: '$HOME ~ &&'}}});
	});

	test('runs from the folder that clients run from', async () => {
		const folder = temporaryFolder();

		const look = await runProgram(['pwd', '-P'], surroundingsForTest({env, workingDirectory: folder}));

		expect(look).toMatchObject({value: {output: {beginning: expect.stringContaining(folder.split('/').at(-1) ?? '')}}});
	});
});

describe('a credential process that is not run', () => {
	test('because nothing is to be sent', async () => {
		const look = await runProgram(['sh', '-c', 'exit 1'], surroundingsForTest({env, options: {isOffline: true}}));

		expect(look).toMatchObject({state: 'unseen', why: 'offline'});
	});

	test('because it is not there', async () => {
		const look = await runProgram(['no-such-helper'], surroundingsForTest({env}));

		expect(look).toEqual({
			state: 'unseen',
			why: 'failed',
			message: 'no-such-helper cannot be started (ENOENT).',
			code: 'ENOENT',
		});
	});

	test('because it is no program', async () => {
		expect(await runProgram(['/etc/passwd'], surroundingsForTest({env}))).toMatchObject({
			why: 'denied',
			code: 'EACCES',
		});
	});

	test('because there is none', async () => {
		expect(await runProgram([], surroundingsForTest({env}))).toMatchObject({why: 'nothing-to-look-at'});
	});
});

describe.runIf(process.platform === 'linux')('a credential process that does not end', () => {
	/** Deaf to being asked to end, and with a child that is deaf, too. */
	const deaf = (mark: string) => [
		'sh',
		'-c',
		`trap '' TERM; (trap '' TERM; while :; do sleep 1; done) & echo started >&2; while :; do sleep 1; done`,
		mark,
	];

	test('is ended, with all that it started', async () => {
		const mark = randomUUID();

		const look = await runProgram(deaf(mark), surroundingsForTest({env}), {within: 300, grace: 50});

		expect(look).toMatchObject({state: 'seen', value: {isTimeout: true, output: {kind: 'empty'}}});
		expect(look).not.toHaveProperty('value.exit');
		await expect.poll(() => running(mark), PATIENT).toEqual([]);
	});

	test('is ended when the look is given up', async () => {
		const mark = randomUUID();
		const abort = new AbortController();
		const looking = runProgram(deaf(mark), surroundingsForTest({env, signal: abort.signal}));
		await expect.poll(() => running(mark).length, PATIENT).toBeGreaterThan(0);

		abort.abort(new Error('given up'));

		await expect(looking).rejects.toThrow('given up');
		await expect.poll(() => running(mark), PATIENT).toEqual([]);
	});

	test('because something that it started holds on to its output, is ended, too', async () => {
		const mark = randomUUID();

		const look = await runProgram(['sh', '-c', `sh -c 'sleep 60; :' ${mark} & echo '{}'`], surroundingsForTest({env}), {
			within: 300,
			grace: 50,
		});

		expect(look).toMatchObject({value: {isTimeout: true}});
		await expect.poll(() => running(mark), PATIENT).toEqual([]);
	});
});

/** Numbers of the processes with a mark among their words. */
function running(mark: string): readonly string[] {
	return readdirSync('/proc').filter(name => /^\d+$/.test(name) && wordsOf(name).includes(mark));
}

function wordsOf(id: string): readonly string[] {
	try {
		return readFileSync(`/proc/${id}/cmdline`, 'utf8').split('\0');
	} catch {
		return [];
	}
}
