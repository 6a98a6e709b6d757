import {spawnSync} from 'node:child_process';
import {readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {runProgram} from '../../src/cli/program.ts';
import {pki, testTime} from '../support/certificates.ts';
import {testWorld} from '../support/context.ts';
import {readEnvelope} from '../support/envelope.ts';
import {PASSPHRASE} from '../support/key-files.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

async function run(words: readonly string[], home = temporaryFolder()) {
	const {root, issuing, endEntity} = await pki();
	const encrypted = {type: 'sec1', format: 'pem', cipher: 'aes-256-cbc', passphrase: PASSPHRASE} as const;
	writeFileSync(path.join(home, 'all.pem'), `${root.pem}${issuing.pem}${endEntity.pem}`.replaceAll('\n', '\r\n'));
	writeFileSync(path.join(home, 'key.pem'), endEntity.privateKey.export(encrypted), {mode: 0o644});
	writeFileSync(path.join(home, 'passphrase'), `${PASSPHRASE}\n`);
	const world = testWorld({home, now: () => testTime});
	const code = await runProgram(words, world.makeContext);
	return {code, home, stdout: world.stdout(), stderr: world.stderr()};
}

const FIX = ['lint', 'all.pem', 'key.pem', '--fix-into', 'repaired', '--passphrase-file', 'passphrase'];

describe('anchorsmith lint --fix-into', () => {
	test('writes what the rules then have nothing to say of', async () => {
		const {home, stdout, code} = await run([...FIX, '--decrypt-keys']);
		expect(code).toBe(1);
		expect(stdout).toContain('Written:\n  repaired/certificate.pem\n      CN=host.example.com,O=Example\n');
		expect(readdirSync(path.join(home, 'repaired')).toSorted()).toEqual([
			'anchor.pem',
			'certificate.pem',
			'chain.pem',
			'private-key.pem',
		]);
		expect(statSync(path.join(home, 'repaired/private-key.pem')).mode & 0o777).toBe(0o600);
		const again = await run(['lint', 'repaired', '--fail-on', 'notice'], home);
		expect([again.code, again.stdout]).toEqual([0, expect.stringContaining('Nothing here breaks a documented rule.')]);
	});

	test('writes what a PKCS#12 bundle holds once', async () => {
		const {home} = await run(['explain', 'ee-valid-now']);
		const {root} = await pki();
		writeFileSync(path.join(home, 'root-key.pem'), root.privateKey.export({type: 'pkcs8', format: 'pem'}));
		writeFileSync(path.join(home, 'root.pem'), root.pem);
		const words = 'pkcs12 -export -inkey root-key.pem -in root.pem -out root.p12 -passout file:passphrase';
		expect(spawnSync('openssl', words.split(' '), {cwd: home}).status).toBe(0);
		await run(['lint', 'root.p12', '--fix-into', 'repaired', '--passphrase-file', 'passphrase'], home);
		expect(readdirSync(path.join(home, 'repaired')).toSorted()).toEqual(['anchor.pem', 'issuer-key.pem']);
	});

	test('keeps a key encrypted unless told otherwise, and never shows it', async () => {
		const {home, stdout, stderr} = await run(FIX);
		const key = readFileSync(path.join(home, 'repaired/private-key.pem'), 'utf8');
		expect(key).toContain('BEGIN ENCRYPTED PRIVATE KEY');
		expect(stdout + stderr).not.toContain(key.slice(60, 100));
	});

	test('says in the envelope what was written and what was left out', async () => {
		const {stdout} = await run(['lint', 'all.pem', 'key.pem', '--fix-into', 'repaired', '--json']);
		expect(readEnvelope('lint', stdout)).toMatchObject({
			result: {
				repair: {
					files: [
						{path: 'repaired/certificate.pem', what: 'CN=host.example.com,O=Example'},
						{path: 'repaired/chain.pem', what: 'CN=Test Issuing,O=Example'},
						{path: 'repaired/anchor.pem', what: 'CN=Test Root,O=Example'},
					],
					left: [expect.stringContaining('key.pem, line 1: It is encrypted')],
				},
			},
		});
	});

	test('writes nothing into a folder that holds something', async () => {
		const {home, code, stderr} = await run(['lint', 'all.pem', '--fix-into', '.']);
		expect([code, stderr]).toEqual([2, expect.stringContaining('holds something already')]);
		expect(readdirSync(home).toSorted()).toEqual(['all.pem', 'key.pem', 'passphrase']);
	});
});
