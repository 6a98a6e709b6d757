import {chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {runProgram} from '../../../src/cli/program.ts';
import {testWorld} from '../../support/context.ts';
import {readEnvelope} from '../../support/envelope.ts';
import {memberOf} from '../../support/rehearsal.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

interface Given {
	readonly home?: string;
	readonly stdin?: string;
	readonly signal?: AbortSignal;
}

async function doctor(words: readonly string[], {home = temporaryFolder(), stdin = '', signal}: Given = {}) {
	const world = testWorld({home, stdin, ...(signal && {signal})});
	const code = await runProgram(['doctor', ...words], world.makeContext);
	return {code, stdout: world.stdout(), stderr: world.stderr(), home};
}

/** A home with a config file that is open to everybody and holds a section twice. */
function homeWithDuplicates(): string {
	const home = temporaryFolder();
	mkdirSync(path.join(home, '.aws'));
	const section = '[profile build]\nregion = us-east-1\n';
	writeFileSync(path.join(home, '.aws/config'), `${section}${section}`);
	chmodSync(path.join(home, '.aws/config'), 0o600);
	return home;
}

describe('anchorsmith doctor', () => {
	test('tells of each check in a line, and where nothing is set up that nothing is', async () => {
		const {code, stdout, stderr} = await doctor(['--offline']);
		expect(code).toBe(1);
		expect(stdout).toContain('[config-profile-found]');
		const lines = stderr.trimEnd().split('\n');
		expect(lines).toHaveLength(12);
		expect(lines.filter(line => !/^[✓!✗?] [^:]+: ./.test(line))).toEqual([]);
	});

	test('is quiet when asked to be', async () => {
		expect((await doctor(['--offline', '--quiet'])).stderr).toBe('');
		expect((await doctor(['--offline', '--json'])).stderr).toBe('');
	});

	test('explains a message, also one of several lines from standard input', async () => {
		const pasted =
			'Error when retrieving credentials from custom-process:\n  AccessDeniedException:\n  Certificate revoked\n';
		const [typed, piped] = [
			await doctor(['--offline', '--error', pasted]),
			await doctor(['--offline', '--error', '-'], {stdin: pasted}),
		];
		expect(piped.stdout).toBe(typed.stdout);
		expect(piped.code).toBe(1);
		expect(piped.stdout).toContain('You were told: "Certificate revoked"');
	});

	test('writes what it saw, and comes to the same from it', async () => {
		const home = homeWithDuplicates();
		const first = await doctor(['--offline', '--cli-profile', 'build', '--json', '--bundle', 'seen.json'], {home});
		const bundle = path.join(home, 'seen.json');
		expect(statSync(bundle).mode & 0o777).toBe(0o600);
		const again = await doctor(['--from', bundle, '--json']);
		const {bundle: written, ...told} = resultOf(first.stdout);
		expect(written).toBe(bundle);
		expect(resultOf(again.stdout)).toEqual(told);
		expect((await doctor(['--offline', '--bundle', 'seen.json'], {home})).code).toBe(2);
	});

	test('mends what it can itself, says how to undo it, and looks again', async () => {
		const home = homeWithDuplicates();
		const {stdout} = await doctor(['--offline', '--cli-profile', 'build', '--mend'], {home});
		expect(stdout).toMatch(/^Mended: .*\n(?:.*\n)*? {2}Undo it:/);
		expect(readFileSync(path.join(home, '.aws/config'), 'utf8').match(/\[profile build\]/g)).toHaveLength(1);
	});

	test('changes nothing unless it is asked to', async () => {
		const home = homeWithDuplicates();
		const before = readFileSync(path.join(home, '.aws/config'), 'utf8');
		await doctor(['--offline', '--cli-profile', 'build'], {home});
		expect(readFileSync(path.join(home, '.aws/config'), 'utf8')).toBe(before);
		expect(existsSync(path.join(home, '.anchorsmith'))).toBe(false);
	});

	test('ends at once when it is interrupted', async () => {
		const interruption = new AbortController();
		interruption.abort();
		expect((await doctor(['--offline'], {signal: interruption.signal})).code).toBe(130);
	});

	test.each([
		[['--error', '-', '--passphrase-file', '-']],
		[['--error', ' ']],
		[['--mask']],
		[['--from', 'seen.json', '--mend']],
		[['--from', 'seen.json', '--bundle', 'other.json']],
	])('takes %j for a mistake', async words => {
		const {code, stdout} = await doctor([...words, '--json']);
		expect(code).toBe(2);
		expect(readEnvelope('doctor', stdout)).toMatchObject({error: {code: 'USAGE'}});
	});
});

function resultOf(stdout: string): Record<string, unknown> {
	const result = memberOf(readEnvelope('doctor', stdout), 'result');
	return typeof result === 'object' && result !== null ? {...result} : {};
}
