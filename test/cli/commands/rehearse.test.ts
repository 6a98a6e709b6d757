import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {runProgram} from '../../../src/cli/program.ts';
import {testWorld} from '../../support/context.ts';
import {readEnvelope} from '../../support/envelope.ts';
import {program} from '../../support/program.ts';
import {memberOf} from '../../support/rehearsal.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

/** A program that writes what it was given to `seen.json`, then ends with code 7. */
const NOTE = [
	process.execPath,
	'-e',
	"require('fs').writeFileSync('seen.json', JSON.stringify({argv: process.argv.slice(1), env: process.env})); process.exit(7)",
	'--',
] as const;

function seenIn(home: string): {argv: readonly string[]; env: Readonly<Record<string, string>>} {
	return JSON.parse(readFileSync(path.join(home, 'seen.json'), 'utf8'));
}

describe('rehearse -- CMD', () => {
	test('runs the command against the rehearsal, words untouched, and ends with its code', async () => {
		const home = temporaryFolder();
		const world = testWorld({home, env: {PATH: process.env['PATH'] ?? '', AWS_PROFILE: 'other'}});
		const words = ['--json', '$HOME', "it's", ''];
		expect(await runProgram(['rehearse', '--region', 'eu-west-1', '--', ...NOTE, ...words], world.makeContext)).toBe(7);
		const {argv, env} = seenIn(home);
		expect(argv).toEqual(words);
		expect(env).toMatchObject({
			AWS_ENDPOINT_URL: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
			AWS_REGION: 'eu-west-1',
			NO_PROXY: '127.0.0.1',
		});
		expect(env).not.toHaveProperty('AWS_PROFILE');
		await expect(fetch(env['AWS_ENDPOINT_URL'] ?? '')).rejects.toThrow();
		expect(world.stdout()).toBe('');
	});

	test('says in the envelope how it went, without secrets', async () => {
		const home = temporaryFolder();
		const world = testWorld({home, env: {PATH: process.env['PATH'] ?? ''}});
		expect(await runProgram(['rehearse', '--json', '--', ...NOTE], world.makeContext)).toBe(7);
		expect(readEnvelope('rehearse', world.stdout())).toMatchObject({
			ok: false,
			result: {exitCode: 7, region: 'us-east-1', accountId: '111122223333', command: [...NOTE]},
		});
		expect(world.stdout()).not.toContain(seenIn(home).env['AWS_SECRET_ACCESS_KEY']);
	});

	test('uses the rehearsal that already runs on the folder', async () => {
		const home = temporaryFolder();
		const {createRehearsal} = await import('../../../src/rehearsal/create-rehearsal.ts');
		const rehearsal = await createRehearsal({stateDirectory: path.join(home, 'state')});
		const world = testWorld({home, env: {PATH: process.env['PATH'] ?? ''}});
		expect(await runProgram(['rehearse', '--state', 'state', '--', ...NOTE], world.makeContext)).toBe(7);
		expect(seenIn(home).env).toMatchObject(rehearsal.environment);
		expect((await fetch(rehearsal.endpoint)).status).toBe(404);
		await rehearsal.close();
	});

	test('is refused when there is no such command', async () => {
		const world = testWorld({home: temporaryFolder()});
		expect(await runProgram(['rehearse', '--', './no-such-program'], world.makeContext)).toBe(2);
		expect(world.stderr()).toContain('Cannot start ./no-such-program');
	});

	test('passes on the end by a signal, as a shell counts it', async () => {
		const world = testWorld({home: temporaryFolder(), env: {PATH: process.env['PATH'] ?? ''}});
		const command = ['sh', '-c', 'kill -TERM $$'];
		expect(await runProgram(['rehearse', '--', ...command], world.makeContext)).toBe(143);
	});

	test('ends the command when it is itself told to end', async () => {
		const interruption = new AbortController();
		const world = testWorld({
			home: temporaryFolder(),
			env: {PATH: process.env['PATH'] ?? ''},
			signal: interruption.signal,
		});
		const ended = runProgram(['rehearse', '--', 'sleep', '600'], world.makeContext);
		setTimeout(() => interruption.abort(), 300);
		expect(await ended).toBe(143);
	});
});

describe('rehearse in the foreground', () => {
	async function start(words: readonly string[], cwd: string) {
		const [node, entry] = await program();
		const child = spawn(node, [entry, 'rehearse', ...words], {
			cwd,
			env: {PATH: process.env['PATH'] ?? '', HOME: cwd},
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		const [first] = await once(child.stdout, 'data');
		return {child, first: String(first)};
	}

	test.each([
		['SIGINT', 130],
		['SIGTERM', 143],
	] as const)('prints how to use it, and ends on %s with %i', async (signal, code) => {
		const {child, first} = await start([], temporaryFolder());
		const [, endpoint = ''] = /export AWS_ENDPOINT_URL='(http:[^']+)'/.exec(first) ?? [];
		expect((await fetch(endpoint)).status).toBe(404);
		const ended = once(child, 'exit');
		child.kill(signal);
		expect(await ended).toEqual([code, null]);
	});

	test('keeps its account in a folder and says where it is, as JSON too', async () => {
		const home = temporaryFolder();
		const {child, first} = await start(['--json', '--state', 'kept'], home);
		const {ok, result} = readEnvelope('rehearse', first);
		expect([ok, result]).toEqual([
			true,
			expect.objectContaining({
				port: expect.any(Number),
				environment: expect.objectContaining({AWS_SECRET_ACCESS_KEY: expect.any(String)}),
			}),
		]);
		let more = '';
		child.stdout.on('data', chunk => {
			more += chunk;
		});
		const second = testWorld({home});
		expect(await runProgram(['rehearse', '--state', 'kept'], second.makeContext)).toBe(2);
		expect(second.stderr()).toContain('A rehearsal (process ');
		const ended = once(child, 'exit');
		child.kill('SIGTERM');
		await ended;
		expect(more).toBe('');
		expect(JSON.parse(readFileSync(path.join(home, 'kept/state.json'), 'utf8'))).toMatchObject({
			port: memberOf(result, 'port'),
		});
	});
});
