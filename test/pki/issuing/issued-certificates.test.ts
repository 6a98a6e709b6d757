import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterAll, describe, expect, test} from 'vitest';
import type {Certificate} from '../../../src/pki/certificate/certificate.ts';
import {certifyEndEntity, issueEndEntity} from '../../../src/pki/issuing/end-entity.ts';
import {type CreatedIssuers, createIssuers} from '../../../src/pki/issuing/issuer.ts';
import {KEY_ALGORITHMS, type KeyAlgorithm} from '../../../src/pki/keys/algorithm.ts';
import {type GeneratedKey, generateKey} from '../../../src/pki/keys/key-generation.ts';
import {issuingForTest} from '../../support/issuing.ts';
import {isPresent} from '../../support/judges.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'anchorsmith-issued-'));
afterAll(() => rmSync(folder, {recursive: true}));

function write(name: string, ...certificates: readonly Certificate[]): string {
	const file = path.join(folder, name);
	writeFileSync(file, certificates.map(certificate => certificate.toPem()).join(''));
	return file;
}

/** certtool knows no other time than the present. */
const issuingNow = {...issuingForTest, now: new Date()};
const issuers = new Map<KeyAlgorithm, Promise<CreatedIssuers>>();
const keys = new Map<KeyAlgorithm, Promise<GeneratedKey>>();

/** Made once for each kind of key: RSA keys take long. */
function issuersOf(algorithm: KeyAlgorithm): Promise<CreatedIssuers> {
	const made =
		issuers.get(algorithm) ??
		createIssuers(
			{subject: `CN=${algorithm} root,O=Example`, algorithm, issuing: {subject: `CN=${algorithm} issuing,O=Example`}},
			issuingNow,
		);
	issuers.set(algorithm, made);
	return made;
}

function keyOf(algorithm: KeyAlgorithm): Promise<GeneratedKey> {
	const made = keys.get(algorithm) ?? generateKey(algorithm);
	keys.set(algorithm, made);
	return made;
}

const alternativeNames = {
	dns: ['host.example.com', 'other.example.com'],
	uri: ['spiffe://example.com/host'],
	ip: ['192.0.2.1', '2001:db8::1'],
	email: ['operator@example.com'],
};
const pairs = KEY_ALGORITHMS.flatMap(issuer => KEY_ALGORITHMS.map(endEntity => [issuer, endEntity] as const));

describe.each(pairs)('an issuer of kind %s and an end-entity certificate of kind %s', (issuer, endEntity) => {
	test('stand before openssl and certtool, with an issuing CA and without', async () => {
		const {root, issuing} = await issuersOf(issuer);
		const {publicKey} = await keyOf(endEntity);
		const spec = {subject: 'CN=host.example.com,O=Example', alternativeNames};
		const below = certifyEndEntity(spec, publicKey, issuing ?? root, issuingNow);
		const direct = certifyEndEntity(spec, publicKey, root, issuingNow);
		const files = {
			root: write('root.pem', root.certificate),
			chain: write('chain.pem', ...(issuing?.chain ?? [])),
			below: write('below.pem', below),
			direct: write('direct.pem', direct),
			belowBundle: write('below-bundle.pem', below, ...(issuing?.chain ?? []), root.certificate),
			directBundle: write('direct-bundle.pem', direct, root.certificate),
		};

		if (isPresent('openssl')) {
			const words = ['verify', '-x509_strict', '-purpose', 'sslclient'];
			const trust = ['-CAfile', files.root, '-untrusted', files.chain, files.below, files.direct];
			expect(spawnSync('openssl', [...words, ...trust], {encoding: 'utf8'})).toMatchObject({status: 0, stderr: ''});
		}

		if (isPresent('certtool')) {
			for (const bundle of [files.belowBundle, files.directBundle]) {
				const words = ['--verify', '--load-ca-certificate', files.root, '--infile', bundle];
				const judged = spawnSync('certtool', words, {encoding: 'utf8'});
				expect(judged.stdout + judged.stderr).toContain('Verified. The certificate is trusted.');
			}
		}
	});
});

/** What openssl shows of the extensions, key identifiers blanked out. */
function shownExtensions({toPem}: {toPem: () => string}): readonly string[] {
	const text = spawnSync('openssl', ['x509', '-noout', '-text'], {input: toPem(), encoding: 'utf8'}).stdout;
	const lines = text
		.slice(text.indexOf('X509v3 extensions:'), text.indexOf('    Signature Algorithm', 500))
		.split('\n');
	return lines
		.slice(1)
		.map(line => line.trim().replace(/([0-9A-F]{2}:){19}[0-9A-F]{2}/, '…'))
		.filter(line => line !== '');
}

describe('openssl shows exactly the extensions promised', () => {
	test('of a root that stands alone', async () => {
		const {root} = await createIssuers({subject: 'CN=Build CA'}, issuingForTest);
		if (isPresent('openssl')) {
			expect(shownExtensions({toPem: () => root.certificate.toPem()})).toEqual([
				'X509v3 Basic Constraints: critical',
				'CA:TRUE, pathlen:0',
				'X509v3 Key Usage: critical',
				'Certificate Sign, CRL Sign',
				'X509v3 Subject Key Identifier:',
				'…',
			]);
		}
	});

	test('of a root with an issuing CA below it', async () => {
		const {root, issuing} = await issuersOf('p256');
		if (isPresent('openssl')) {
			expect(shownExtensions({toPem: () => root.certificate.toPem()})).toContain('CA:TRUE, pathlen:1');
			expect(shownExtensions({toPem: () => issuing?.certificate.toPem() ?? ''})).toEqual([
				'X509v3 Basic Constraints: critical',
				'CA:TRUE, pathlen:0',
				'X509v3 Key Usage: critical',
				'Certificate Sign, CRL Sign',
				'X509v3 Subject Key Identifier:',
				'…',
				'X509v3 Authority Key Identifier:',
				'…',
			]);
		}
	});

	test('of an end-entity certificate', async () => {
		const {root} = await issuersOf('p256');
		const {certificate} = await issueEndEntity({subject: 'CN=host', alternativeNames}, root, issuingNow);
		if (isPresent('openssl')) {
			expect(shownExtensions({toPem: () => certificate.toPem()})).toEqual([
				'X509v3 Basic Constraints: critical',
				'CA:FALSE',
				'X509v3 Key Usage: critical',
				'Digital Signature',
				'X509v3 Extended Key Usage:',
				'TLS Web Client Authentication',
				'X509v3 Subject Alternative Name:',
				'DNS:host.example.com, DNS:other.example.com, URI:spiffe://example.com/host, IP Address:192.0.2.1, IP Address:2001:DB8:0:0:0:0:0:1, email:operator@example.com',
				'X509v3 Subject Key Identifier:',
				'…',
				'X509v3 Authority Key Identifier:',
				'…',
			]);
		}
	});
});
