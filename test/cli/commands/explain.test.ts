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

const PASTED =
	'Error when retrieving credentials from custom-process: 2026/11/22 10:00:00 operation error RolesAnywhere: CreateSession, https response error StatusCode: 403, RequestID: 0b, AccessDeniedException: untrusted certificate. insufficient certificate';

describe('anchorsmith explain RULE', () => {
	test('tells what a rule demands, why, what to do, where that stands, and shows both examples', async () => {
		const {code, stdout} = await run('ee-digital-signature');
		expect(code).toBe(0);
		expect(stdout).toContain('An end-entity certificate has keyUsage with digitalSignature.');
		for (const part of ['Why: ', 'Fix: ', 'https://docs.aws.amazon.com/', 'EE-03', 'Insufficient certificate']) {
			expect(stdout).toContain(part);
		}

		expect(stdout).toContain('    keyUsage = critical, keyEncipherment');
	});

	test('says the same as JSON', async () => {
		expect(readEnvelope('explain', (await run('--json', 'path-ca')).stdout)).toMatchObject({
			ok: true,
			result: {
				rules: [{id: 'path-ca', judges: 'path', refusal: {message: 'Untrusted signing certificate'}}],
				messages: [],
			},
		});
	});

	test('names the nearest rules where there is none, and shows nothing raw', async () => {
		const {code, stderr} = await run('digital-sig\u001b[2J');
		expect(code).toBe(2);
		expect(stderr).not.toContain('\u001b');
		expect((await run('digital-sig')).stderr).toContain('explain ee-digital-signature');
	});
});

describe('anchorsmith explain MESSAGE', () => {
	test('tells who says it, what it means, what was right, and the causes with their rules', async () => {
		const {code, stdout} = await run(PASTED);
		expect(code).toBe(0);
		for (const part of [
			'"untrusted certificate. insufficient certificate"\n  is said by IAM Roles Anywhere (ERR-02).',
			'key, certificate and clock agree.',
			'  1. It lacks the key usage digitalSignature.',
			'Rules: ee-digital-signature',
			'  The text also holds:\n    - "Error when retrieving credentials from custom-process"',
			'anchorsmith doctor looks for the cause here.',
		]) {
			expect(stdout).toContain(part);
		}

		expect(stdout).not.toContain('path-ca');
	});

	test('takes a code of this program', async () => {
		expect((await run('KEY_MISMATCH')).stdout).toContain('is said by anchorsmith');
	});

	test('takes unquoted words, too', async () => {
		expect((await run('Untrusted', 'signing', 'certificate')).stdout).toContain('(ERR-01)');
	});

	test('says that words are the rehearsal’s', async () => {
		expect((await run('Specified Trust Anchor is disabled.')).stdout).toContain('what AWS says then is not recorded');
	});

	test('reads standard input', async () => {
		const world = testWorld({home: temporaryFolder(), stdin: `${PASTED}\n`});
		expect(await runProgram(['explain', '-'], world.makeContext)).toBe(0);
		expect(world.stdout()).toContain('(ERR-02)');
	});

	test('says the same as JSON, with the rules in the order of the causes', async () => {
		expect(readEnvelope('explain', (await run('--json', PASTED)).stdout)).toMatchObject({
			ok: true,
			result: {
				rules: expect.arrayContaining([expect.objectContaining({id: 'ee-digital-signature'})]),
				messages: [
					{
						id: 'insufficient-certificate',
						fact: 'ERR-02',
						speaker: 'service',
						quoted: 'untrusted certificate. insufficient certificate',
						isRecorded: true,
						passed: ['the request is well formed', 'the trust anchor is there', 'key, certificate and clock agree'],
					},
					{id: 'process-failed', passed: []},
				],
			},
		});
	});

	test.each([
		['hello world', 'Nothing is known of this message: "hello world".'],
		['Something broke\u001b[2J', 'Nothing is known of this message: "Something broke'],
		['AccessDeniedException', '"AccessDeniedException" alone is too little'],
		['ERR-01', '"ERR-01" alone is too little'],
		['403 Forbidden', '"403 Forbidden" alone is too little'],
	])('does not guess at %j, and says where to look', async (text, said) => {
		const {code, stdout, stderr} = await run(text);
		expect([code, stdout]).toEqual([2, '']);
		expect(stderr).toContain(said);
		expect(stderr).toContain('anchorsmith doctor');
		expect(stderr).not.toContain('\u001b');
	});
});
