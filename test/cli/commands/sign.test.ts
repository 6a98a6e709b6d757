import {spawnSync} from 'node:child_process';
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {loadCertificate} from '../../../src/pki/intake/load.ts';
import {readEnvelope} from '../../support/envelope.ts';
import {isPresent} from '../../support/judges.ts';
import {keysWorld} from '../../support/keys-world.ts';

async function worldWithRequest(flags: readonly string[] = []) {
	const world = keysWorld();
	await world.makeIssuer();
	await world.run(['request', '--name', 'host-1', '--out', 'one', '--dns', 'host-1.example.com', ...flags]);
	return {...world, state: path.join(world.home, '.anchorsmith')};
}

/** A request made by openssl that asks for more than it should. */
function opensslRequest(folder: string, subject: string, asked: readonly string[], key = 'rsa:2048'): string {
	const file = path.join(folder, 'openssl.csr');
	const words = ['req', '-new', '-newkey', key, '-nodes', '-keyout', path.join(folder, 'openssl.key'), '-out', file];
	const made = spawnSync('openssl', [...words, '-subj', subject, ...asked.flatMap(text => ['-addext', text])]);
	if (made.status !== 0) {
		throw new Error(made.stderr.toString());
	}

	return file;
}

describe('sign', () => {
	test('shows what is asked for, signs it, and says where', async () => {
		const {home, run} = await worldWithRequest();
		const {code, stdout, stderr} = await run([
			'sign',
			'one/request.csr',
			'--issuer',
			'build',
			'--out',
			'one',
			'--days',
			'30',
		]);

		expect(code).toBe(0);
		expect(stderr).toBe(
			[
				`${home}/one/request.csr asks for`,
				'  subject      CN=host-1',
				'  names        dns host-1.example.com',
				'  key          ec p256',
				'',
			].join('\n'),
		);
		expect(stdout).toBe(`Signed CN=host-1, until 2026-07-01, in ${home}/one\n`);
		expect(readdirSync(path.join(home, 'one'))).toEqual([
			'certificate.pem',
			'chain.pem',
			'private-key.pem',
			'request.csr',
		]);
	});

	test('grants names and the template, and nothing else that is asked for', async () => {
		if (!isPresent('openssl')) {
			return;
		}

		const {home, run} = await worldWithRequest();
		const asked = [
			'subjectAltName=DNS:a.example.com,dirName:other',
			'basicConstraints=critical,CA:TRUE',
			'keyUsage=keyCertSign',
		];
		const section = path.join(home, 'openssl.cnf');
		writeFileSync(section, '[req]\ndistinguished_name=req\n[other]\nCN=other\n');
		const file = path.join(home, 'openssl.csr');
		const words = ['req', '-new', '-newkey', 'rsa:2048', '-nodes', '-keyout', path.join(home, 'k'), '-out', file];
		const flags = asked.flatMap(text => ['-addext', text]);
		expect(spawnSync('openssl', [...words, '-config', section, '-subj', '/CN=evil', ...flags]).status).toBe(0);
		const {code, stdout, stderr} = await run(['sign', file, '--issuer', 'build', '--out', 'out', '--json']);

		expect({code, stderr}).toEqual({code: 0, stderr: ''});
		expect(readEnvelope('sign', stdout)).toMatchObject({
			result: {
				certificates: [
					{
						request: file,
						notGranted: [
							'the extension basicConstraints (critical)',
							'the extension keyUsage',
							'the directory name CN=other',
						],
					},
				],
			},
		});
		const certificate = loadCertificate(readFileSync(path.join(home, 'out/certificate.pem')), 'certificate.pem');
		expect(certificate.basicConstraints).toMatchObject({value: {isCa: false}});
		expect(certificate.keyUsage).toMatchObject({value: ['digitalSignature']});
		expect(certificate.subjectAlternativeName).toMatchObject({value: [{kind: 'dns', value: 'a.example.com'}]});
	});

	test('signs several at once, each in a folder of its own', async () => {
		const {home, run, state} = await worldWithRequest();
		await run(['request', '--name', 'host-2', '--out', 'two', '--subject', 'CN=host-2']);
		const files = ['one/request.csr', 'two/request.csr'];

		expect((await run(['sign', ...files, '--issuer', 'build', '--out', 'out'])).code).toBe(0);
		expect(readdirSync(path.join(home, 'out'))).toEqual(['host-1', 'host-2']);
		expect((await run(['sign', ...files, '--issuer', 'build'])).code).toBe(0);
		expect(readdirSync(path.join(state, 'certificates/host-2'))).toEqual(['certificate.pem', 'chain.pem']);
	});

	test('refuses a request that was changed, and signs none of the others', async () => {
		const {home, run} = await worldWithRequest();
		const pem = readFileSync(path.join(home, 'one/request.csr'), 'utf8');
		const changed = Buffer.from(pem.replace(/-----.*-----|\n/g, ''), 'base64');
		changed.write('host-9', changed.indexOf('host-1'));
		writeFileSync(path.join(home, 'changed.csr'), changed);
		const {code, stderr} = await run(['sign', 'one/request.csr', 'changed.csr', '--issuer', 'build', '--out', 'out']);

		expect(code).toBe(2);
		expect(stderr).toContain('The request in changed.csr is not signed by the key that it asks a certificate for.');
		expect(readdirSync(home)).not.toContain('out');
	});

	test.each([
		['RSA of 1024 bits', '/CN=host', 'rsa:1024', 'rsa-key-size'],
		['an empty subject', '/', 'rsa:2048', 'it is empty'],
		['an Ed25519 key', '/CN=host', 'ed25519', 'is not taken here'],
		['a CN that moves the cursor', '/CN=a\u001b[2Jb', 'rsa:2048', 'a\\u{1b}[2Jb'],
	])('refuses a request with %s', async (_fault, subject, key, message) => {
		if (!isPresent('openssl')) {
			return;
		}

		const {home, run} = await worldWithRequest();
		const {code, stderr} = await run([
			'sign',
			opensslRequest(home, subject, [], key),
			'--issuer',
			'build',
			'--out',
			'out',
		]);

		expect(code).toBe(2);
		expect(stderr).toContain(message);
		expect(stderr).not.toContain('\u001b');
		expect(readdirSync(home)).not.toContain('out');
	});

	test.each([
		['a key', 'one/private-key.pem', 'holds no certificate signing request'],
		['nothing', 'missing.csr', 'missing.csr'],
	])('refuses a file that is %s', async (_what, file, message) => {
		const {run} = await worldWithRequest();
		const {code, stderr} = await run(['sign', file, '--issuer', 'build']);

		expect(code).toBe(2);
		expect(stderr).toContain(message);
	});
});
