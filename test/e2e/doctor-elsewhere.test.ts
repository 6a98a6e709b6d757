import {chmodSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {homeForTest} from '../support/doctor-home.ts';
import {runProgram} from '../support/program.ts';

/** What doctor says where it is run, as another user and without a home. */
async function doctor(home: string, more: Readonly<Record<string, string>>) {
	const env = {AWS_CONFIG_FILE: path.join(home, '.aws/config'), ...more};
	const run = await runProgram(['doctor', '--cli-profile', 'build', '--offline', '--json'], {
		env,
		uid: 65_534,
		cwd: '/',
	});
	return {status: run.status, stderr: run.stderr, result: JSON.parse(run.stdout).result};
}

describe.runIf(process.getuid?.() === 0)('doctor as the user of a service, without a home', () => {
	test('runs, and says what that user cannot read', async () => {
		const home = await homeForTest();
		chmodSync(home, 0o755);
		chmodSync(path.join(home, '.aws/config'), 0o644);
		const {status, stderr, result} = await doctor(home, {});

		expect({status, stderr}).toEqual({status: 1, stderr: ''});
		expect(result).toMatchObject({verdict: 'broken', cause: {finding: {rule: 'file-readable'}}});
		expect(JSON.stringify(result)).toContain(path.join(home, 'key.pem'));
	});

	test('runs where not even the config file can be read', async () => {
		const home = await homeForTest();
		chmodSync(home, 0o700);
		const {status, result} = await doctor(home, {HOME: home});

		expect(status).toBe(1);
		expect(result).toMatchObject({cause: {finding: {rule: 'host-config-readable'}}});
	});
});
