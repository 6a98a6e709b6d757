import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {runProgram} from '../../../src/cli/program.ts';
import {issueForTest, pki, testTime} from '../../support/certificates.ts';
import {testWorld} from '../../support/context.ts';
import {readEnvelope} from '../../support/envelope.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

async function run(words: readonly string[], {stdin = ''}: {readonly stdin?: string} = {}) {
	const home = temporaryFolder();
	const {root, endEntity, issuing} = await pki();
	const bad = await issueForTest({keyUsage: ['keyEncipherment']});
	const soon = await issueForTest({notAfter: new Date('2026-06-05T00:00:00Z')});
	mkdirSync(path.join(home, 'pki'));
	writeFileSync(path.join(home, 'pki/root.pem'), root.pem);
	writeFileSync(path.join(home, 'pki/host.pem'), endEntity.pem + issuing.pem);
	writeFileSync(path.join(home, 'bad.pem'), bad.pem);
	writeFileSync(path.join(home, 'soon.pem'), soon.pem + issuing.pem);
	const world = testWorld({home, stdin, now: () => testTime});
	return {code: await runProgram(words, world.makeContext), stdout: world.stdout(), stderr: world.stderr()};
}

describe('anchorsmith lint', () => {
	test('ends with 0 when nothing breaks a rule', async () => {
		const {code, stdout} = await run(['lint', 'pki']);
		expect(code).toBe(0);
		expect(stdout).toContain('Roles Anywhere would accept this as a trust anchor.');
		expect(stdout).toContain('Nothing here breaks a documented rule.');
	});

	test('ends with 1 when something does', async () => {
		const {code, stdout} = await run(['lint', 'bad.pem']);
		expect(code).toBe(1);
		expect(stdout).toContain('[ee-digital-signature at');
	});

	test('takes what is mild for a failure where --fail-on says so', async () => {
		expect((await run(['lint', 'soon.pem'])).code).toBe(0);
		expect((await run(['lint', 'soon.pem', '--fail-on', 'warning'])).code).toBe(1);
		expect((await run(['lint', 'bad.pem', '--fail-on', 'never'])).code).toBe(0);
	});

	test('judges at another time and in another role', async () => {
		expect((await run(['lint', 'pki/root.pem', '--at', '2040-01-01'])).stdout).toContain('[anchor-valid-now at');
		expect((await run(['lint', 'pki/root.pem', '--as', 'end-entity'])).code).toBe(1);
	});

	test('reads standard input beside files', async () => {
		const {root} = await pki();
		const {code, stdout} = await run(['lint', '-', 'pki/host.pem'], {stdin: root.pem});
		expect(code).toBe(0);
		expect(stdout).toContain('Standard input');
	});

	test('prints the envelope by --json and by --format json alike', async () => {
		const byFlag = await run(['lint', 'bad.pem', '--json', '--rule', 'ee-digital-signature']);
		const byFormat = await run(['lint', 'bad.pem', '--format', 'json', '--rule', 'ee-digital-signature']);
		for (const {code, stdout} of [byFlag, byFormat]) {
			expect(code).toBe(1);
			expect(readEnvelope('lint', stdout)).toMatchObject({
				ok: false,
				result: {
					files: [
						{
							path: 'bad.pem',
							findings: [],
							items: [
								{
									index: 0,
									kind: 'certificate',
									role: 'end-entity',
									subject: 'CN=host.example.com,O=Example',
									findings: [{rule: 'ee-digital-signature', severity: 'error', at: 'extensions.keyUsage'}],
								},
							],
						},
					],
					counts: {error: 1, warning: 0, notice: 0},
				},
				error: null,
			});
		}
	});

	test.each([
		['no file', ['lint', 'none.pem', '--format', 'json'], 'FILE_MISSING'],
		['a flag that there is not', ['lint', '--format=json', '--bogus', 'bad.pem'], 'USAGE'],
		['a rule that there is not', ['lint', '--format=json', '--rule', 'none', 'bad.pem'], 'RULE_UNKNOWN'],
	] as const)('prints an error as the envelope by --format json: %s', async (_case, words, error) => {
		const {code, stdout, stderr} = await run(words);
		expect(code).toBe(2);
		expect(readEnvelope('lint', stdout)).toMatchObject({ok: false, result: null, error: {code: error}});
		expect(stderr).toBe('');
	});

	test('prints one document, however often JSON is asked for', async () => {
		const {stdout} = await run(['lint', 'bad.pem', '--json', '--format', 'json']);
		expect(readEnvelope('lint', stdout)).toMatchObject({ok: false, error: null});
		expect(await run(['lint', 'bad.pem', '--json', '--format', 'sarif'])).toMatchObject({code: 2});
	});

	test('prints SARIF with URIs below the folder in which it runs', async () => {
		const {code, stdout} = await run(['lint', '--format', 'sarif', 'bad.pem', 'pki/../pki/root.pem']);
		const log = JSON.parse(stdout);
		expect(code).toBe(1);
		expect(log).toMatchObject({version: '2.1.0', runs: [{tool: {driver: {name: 'anchorsmith'}}}]});
		expect(stdout).toContain('"uri": "bad.pem"');
	});

	test('refuses a rule that there is not, naming the nearest', async () => {
		const {code, stderr} = await run(['lint', '--rule', 'ee-digital-signatur', 'bad.pem']);
		expect(code).toBe(2);
		expect(stderr).toContain('Next: --rule ee-digital-signature');
	});

	test('refuses a file that is not there, and a passphrase from where the certificates come', async () => {
		expect((await run(['lint', 'none.pem'])).stderr).toContain('there is no such file');
		expect((await run(['lint', '-', '--passphrase-file', '-'])).code).toBe(2);
	});

	test('tells what it passed over in a folder', async () => {
		const {stderr} = await run(['lint', '.', '--rule', 'ee-valid-now']);
		expect(stderr).toBe('');
	});
});
