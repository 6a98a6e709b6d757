import {describe, expect, test} from 'vitest';
import {runProgram} from '../../../src/cli/program.ts';
import {testWorld} from '../../support/context.ts';
import {readEnvelope} from '../../support/envelope.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

async function run(...words: readonly string[]) {
	const world = testWorld({home: temporaryFolder()});
	return {
		code: await runProgram(['explain', ...words], world.makeContext),
		stdout: world.stdout(),
		stderr: world.stderr(),
	};
}

describe('anchorsmith explain', () => {
	test('tells what a rule demands, why, what to do, where that stands, and shows both examples', async () => {
		const {code, stdout} = await run('ee-digital-signature');
		expect(code).toBe(0);
		expect(stdout).toContain('An end-entity certificate has keyUsage with digitalSignature.');
		for (const part of ['Why: ', 'Fix: ', 'https://docs.aws.amazon.com/', 'EE-03', 'Insufficient certificate']) {
			expect(stdout).toContain(part);
		}

		expect(stdout).toContain('    keyUsage = critical, keyEncipherment');
	});

	test('lists the rules behind words of the service, from whatever stands around them', async () => {
		const {code, stdout} = await run(
			'An error occurred (AccessDeniedException): untrusted certificate. insufficient certificate',
		);
		expect(code).toBe(0);
		expect(stdout).toContain('ee-digital-signature: ');
		expect(stdout).not.toContain('path-ca: ');
	});

	test('says the same as JSON', async () => {
		expect(readEnvelope('explain', (await run('--json', 'path-ca')).stdout)).toMatchObject({
			ok: true,
			result: {rules: [{id: 'path-ca', judges: 'path', refusal: {message: 'Untrusted signing certificate'}}]},
		});
	});

	test('names the nearest rules where there is none, and shows nothing raw', async () => {
		const {code, stderr} = await run('digital-sig\u001b[2J');
		expect(code).toBe(2);
		expect(stderr).not.toContain('\u001b');
		expect((await run('digital-sig')).stderr).toContain('explain ee-digital-signature');
	});
});
