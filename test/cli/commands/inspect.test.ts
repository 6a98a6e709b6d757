import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {type DiffersBy, issueForTest} from '../../support/certificates.ts';
import {readEnvelope} from '../../support/envelope.ts';
import {keysWorld} from '../../support/keys-world.ts';

async function inspect(contents: string | Uint8Array) {
	const {home, run} = keysWorld();
	writeFileSync(path.join(home, 'file'), contents);
	const text = await run(['inspect', 'file']);
	const {stdout} = await run(['inspect', 'file', '--json']);
	return {...text, envelope: text.code === 0 ? readEnvelope('inspect', stdout) : undefined};
}

async function inspectCertificate(differsBy: DiffersBy) {
	const {pem, certificate} = await issueForTest(differsBy);
	return {...(await inspect(pem)), certificate};
}

describe('inspect', () => {
	test('tells what a certificate says and what Roles Anywhere will make of it', async () => {
		const {code, stdout, certificate, envelope} = await inspectCertificate({});

		expect(code).toBe(0);
		expect(stdout.split('\n')).toEqual([
			'Certificate (line 1)',
			'  subject    CN=host.example.com,O=Example',
			'  issuer     CN=Test Issuing,O=Example',
			'  valid      2026-05-01T00:00:00Z to 2027-05-01T00:00:00Z',
			`  serial     ${certificate.serial.hex}`,
			'  key        EC, p256',
			'  signature  ecdsa-with-SHA256',
			'  version    3',
			'  extension  basicConstraints (critical): not a CA',
			'  extension  keyUsage (critical): digitalSignature',
			'  extension  extendedKeyUsage: 1.3.6.1.5.5.7.3.2',
			'  extension  subjectAlternativeName',
			expect.stringMatching(/^ {2}extension {2}subjectKeyIdentifier: [0-9a-f]{40}$/),
			expect.stringMatching(/^ {2}extension {2}authorityKeyIdentifier: [0-9a-f]{40}$/),
			'  names      dns host.example.com',
			`  SHA-256    ${certificate.fingerprint}`,
			'',
			'What Roles Anywhere will make of it',
			'  source identity  CN=host.example.com',
			`  session name     ${certificate.serial.hex}`,
			'  session tag      x509Subject/O=Example',
			'  session tag      x509Subject/CN=host.example.com',
			'  session tag      x509Issuer/O=Example',
			'  session tag      x509Issuer/CN=Test Issuing',
			'  session tag      x509SAN/DNS=host.example.com',
			'',
			'What a trust policy may compare with it',
			'  "Condition": {',
			'    "ArnEquals": {',
			'      "aws:SourceArn": "TRUST-ANCHOR-ARN"',
			'    },',
			'    "StringEquals": {',
			'      "sts:SourceIdentity": "CN=host.example.com",',
			'      "aws:PrincipalTag/x509Subject/O": "Example",',
			'      "aws:PrincipalTag/x509Subject/CN": "host.example.com",',
			'      "aws:PrincipalTag/x509Issuer/O": "Example",',
			'      "aws:PrincipalTag/x509Issuer/CN": "Test Issuing",',
			'      "aws:PrincipalTag/x509SAN/DNS": "host.example.com"',
			'    }',
			'  }',
			'',
		]);
		expect(envelope).toMatchObject({
			result: {items: [{kind: 'certificate', role: 'end-entity', identity: {sourceIdentity: 'CN=host.example.com'}}]},
		});
	});

	test('puts the trust anchor into the conditions', async () => {
		const {home, run} = keysWorld();
		const arn = 'arn:aws:rolesanywhere:us-east-1:111122223333:trust-anchor/11111111-2222-4333-8444-555555555555';
		writeFileSync(path.join(home, 'file'), (await issueForTest()).pem);
		const {stdout} = await run(['inspect', 'file', '--trust-anchor-arn', arn]);
		expect(stdout).toContain(`"aws:SourceArn": "${arn}"`);
	});

	test('judges it by the rules', async () => {
		const {stdout} = await inspectCertificate({keyUsage: 'absent'});

		expect(stdout).toContain('As an end-entity certificate');
		expect(stdout).toContain('(ee-digital-signature)');
	});

	test.each<[DiffersBy, string]>([
		[{role: 'anchor'}, 'extension  basicConstraints (critical): CA, path length 1'],
		[{algorithm: 'rsa2048'}, 'key        RSA, 2048 bits'],
		[{algorithm: 'p256-explicit-parameters'}, 'key        EC, a curve that is spelled out'],
		[{algorithm: 'ed25519'}, 'key        ED25519'],
		[{subject: ''}, 'subject    (empty)'],
		[
			{subjectAlternativeName: [{directory: 'CN=x'}, {ip: '192.0.2.1'}]},
			'names      directory name CN=x, ip 192.0.2.1',
		],
		[{subject: 'CN=a(b)'}, 'no tag for       subject CN'],
		[{subject: 'CN=a(b)'}, 'but it           holds characters other than letters, digits, spaces and _.:/=+-@,'],
		[
			{subjectAlternativeName: [{dns: 'a.example.com'}, {dns: 'b.example.com'}, {ip: '192.0.2.1'}]},
			'no tag for       dns b.example.com, ip 192.0.2.1',
		],
	])('of %j shows %s', async (differsBy, line) => {
		expect((await inspectCertificate(differsBy)).stdout).toContain(line);
	});

	test('makes control characters in names visible', async () => {
		const {stdout} = await inspectCertificate({subject: 'CN=a\u001b]0;title\u0007'});

		expect(stdout).not.toContain('\u001b');
		expect(stdout).toContain('source identity  CN=a\\u{1b}]0;title\\u{7}');
	});

	test('tells what keys are and never shows them', async () => {
		const {home, run} = keysWorld();
		await run(['issuer', 'create', '--name', 'a', '--subject', 'CN=a', '--passphrase-env', 'P'], {env: {P: 'p'}});
		await run(['request', '--name', 'host', '--out', 'out', '--algorithm', 'rsa2048', '--dns', 'a.example.com']);
		const encrypted = await inspect(readFileSync(path.join(home, '.anchorsmith/issuers/a/issuer-key.pem')));
		const plain = await inspect(readFileSync(path.join(home, 'out/private-key.pem')));
		const request = await inspect(readFileSync(path.join(home, 'out/request.csr')));

		expect(encrypted.stdout).toBe('Private key, encrypted (line 1)\n  protection  PBES2, 600000 rounds of PBKDF2\n');
		expect(plain.stdout).toBe('Private key, not encrypted (line 1)\n  key  rsa, 2048 bits\n');
		expect(request.stdout).toBe(
			[
				'Certificate signing request (line 1)',
				'  subject    CN=host',
				'  names      dns a.example.com',
				'  key        RSA, 2048 bits',
				'  signature  made by that key',
				'',
			].join('\n'),
		);
	});

	test('tells each thing in a file, and what is damaged', async () => {
		const {pem, der} = await issueForTest();
		const {stdout, envelope} = await inspect(`text\n${pem}${pem.replace('-----END', '-----ENT')}`);

		expect(stdout.match(/^Certificate \(line 2\)$|^Damaged PEM/gm)).toEqual(['Certificate (line 2)', 'Damaged PEM']);
		expect(envelope).toMatchObject({result: {items: [{kind: 'certificate', line: 2}, {kind: 'damaged'}]}});
		expect((await inspect(der)).stdout).toMatch(/^Certificate\n/);
	});

	test.each([['hello'], [''], [Uint8Array.of(0, 1, 2)]])('of %j says that nothing in it is known', async contents => {
		const {code, stderr} = await inspect(contents);

		expect(code).toBe(2);
		expect(stderr).toContain('file holds nothing that is known here.');
	});

	test('of every byte of a certificate changed never crashes', async () => {
		const {der} = await issueForTest();
		const {inspectFile} = await import('../../../src/cli/inspect-file.ts');
		for (const index of der.keys()) {
			const changed = Uint8Array.from(der);
			changed[index] = (changed[index] ?? 0) ^ 0xff;
			try {
				inspectFile(changed, 'file', {at: new Date()});
			} catch (error) {
				expect(error).toMatchObject({code: 'FILE_UNRECOGNISED'});
			}
		}
	});
});
