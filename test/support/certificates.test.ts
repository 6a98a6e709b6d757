import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, describe, expect, test} from 'vitest';
import {extendedKeyUsage, extension} from '../../src/pki/issuing/extension-writer.ts';
import {type DiffersBy, issueForTest, pki} from './certificates.ts';
import {isPresent} from './judges.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'anchorsmith-certificates-'));
afterAll(() => rmSync(folder, {recursive: true}));

function write(name: string, pem: string): string {
	const file = path.join(folder, name);
	writeFileSync(file, pem);
	return file;
}

describe('the world of test certificates', () => {
	test('stands before openssl', async () => {
		if (!isPresent('openssl')) {
			return;
		}

		const {root, issuing, endEntity, directEndEntity} = await pki();
		const trusted = ['-CAfile', write('root.pem', root.pem), '-untrusted', write('issuing.pem', issuing.pem)];
		const files = [write('endEntity.pem', endEntity.pem), write('direct.pem', directEndEntity.pem)];
		const words = ['verify', '-x509_strict', '-purpose', 'sslclient', '-attime', '1780272000', ...trusted, ...files];
		expect(spawnSync('openssl', words, {encoding: 'utf8'})).toMatchObject({status: 0, stderr: ''});
	});
});

describe('a certificate that differs from a good one', () => {
	test.each<[string, DiffersBy]>([
		['version 1', {version: 1}],
		['no key usage', {keyUsage: 'absent'}],
		['a key usage that is not critical', {flipsCriticality: ['keyUsage', 'extendedKeyUsage']}],
		['a duplicate extension', {moreExtensions: [extendedKeyUsage(['1.3.6.1.5.5.7.3.2'])]}],
		['an unknown critical extension', {moreExtensions: [extension('1.2.3.4', true, Uint8Array.of(5, 0))]}],
		['SHA-1', {signature: 'sha1'}],
		['RSA of 1024 bits', {algorithm: 'rsa1024'}],
		['explicit curve parameters', {algorithm: 'p256-explicit-parameters'}],
		['an Ed25519 key', {algorithm: 'ed25519'}],
		['an Ed25519 anchor', {role: 'anchor', algorithm: 'ed25519'}],
		['an anchor signed with PSS', {role: 'anchor', algorithm: 'rsa2048', signature: 'pss-sha256'}],
		['an RSA-PSS anchor', {role: 'anchor', algorithm: 'rsa-pss'}],
		['a negative serial', {serial: Uint8Array.of(0xff)}],
		['an end-entity certificate that is a CA', {basicConstraints: {isCa: true}}],
		['an empty subject', {subject: ''}],
	])('%s can be made and read by openssl', async (_fault, differsBy) => {
		const {pem, role, certificate} = await issueForTest(differsBy);

		expect(role).toBe(differsBy.role ?? 'end-entity');
		expect(certificate.version).toBe(differsBy.version ?? 3);
		if (isPresent('openssl')) {
			const shown = spawnSync('openssl', ['x509', '-noout', '-text'], {input: pem, encoding: 'utf8'});
			expect(shown.stderr).toBe('');
			expect(shown.status).toBe(0);
		}
	});
});
