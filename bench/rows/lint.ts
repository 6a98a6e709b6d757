import {spawnSync} from 'node:child_process';
import {createPublicKey, generateKeyPairSync, sign, X509Certificate} from 'node:crypto';
import {closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {lintStream} from '../../src/lint/lint-stream.ts';
import {
	bitString,
	explicit,
	implicit,
	integer,
	objectIdentifier,
	sequence,
	time,
} from '../../src/pki/der/der-writer.ts';
import {encodePem} from '../../src/pki/intake/pem.ts';
import {
	authorityKeyIdentifier,
	basicConstraints,
	extendedKeyUsage,
	keyIdentifierOf,
	keyUsage,
	subjectAlternativeName,
	subjectKeyIdentifier,
} from '../../src/pki/issuing/extension-writer.ts';
import {encodeSubject} from '../../src/pki/names/subject.ts';
import type {Comparison, Row} from '../comparison.ts';

const main = path.resolve('dist/main.js');
/** Different certificates in the bundle; fewer would flatter every cache. */
const CERTIFICATES = 20_000;
/** Of them for the peers that take long. */
const FEWER = 2000;
const MILLION = 1_000_000;
const NOW = new Date('2026-06-01T00:00:00Z');

const comparison: Comparison = {
	title: 'Reading and linting certificates in bulk (peers: openssl, certtool, Node)',

	async run() {
		const folder = mkdtempSync(path.join(tmpdir(), 'anchorsmith-bench-'));
		try {
			const blocks = makeCertificates(CERTIFICATES);
			const bundle = Buffer.from(blocks.join(''));
			const ours = await rate(CERTIFICATES, () => lintStream('-', pieces(bundle), {at: NOW}));
			const budget = '20000/s on one core';
			const parsing = await parseAlone(blocks);
			return [
				{what: 'lint, beside Node parsing alone', ours, peer: parsing, unit: '/s', budget},
				...peers(folder, blocks.slice(0, FEWER), ours),
				...(existsSync(main) ? [aMillion(folder, bundle, parsing)] : []),
			];
		} finally {
			rmSync(folder, {recursive: true});
		}
	},
};

export default comparison;

function* pieces(bundle: Buffer): Generator<Buffer> {
	for (let at = 0; at < bundle.length; at += 65_536) {
		yield bundle.subarray(at, at + 65_536);
	}
}

async function rate(count: number, work: () => unknown): Promise<number> {
	await work();
	const start = performance.now();
	await work();
	return (count / (performance.now() - start)) * 1000;
}

/** `new X509Certificate`, which reads and shows nothing. */
function parseAlone(blocks: readonly string[]): Promise<number> {
	return rate(blocks.length, () => {
		for (const block of blocks) {
			void new X509Certificate(block).serialNumber;
		}
	});
}

/** Commands that read one certificate a run (openssl) or a bundle (certtool), their start included as they are used. */
function peers(folder: string, blocks: readonly string[], ours: number): readonly Row[] {
	const bundle = path.join(folder, 'fewer.pem');
	write(bundle, blocks);
	const timed = (count: number, command: string, words: readonly string[]): number | undefined => {
		const start = performance.now();
		const {status} = spawnSync(command, words, {stdio: ['ignore', 'ignore', 'ignore']});
		return status === 0 ? (count / (performance.now() - start)) * 1000 : undefined;
	};
	// openssl x509 reads the first of a file only; storeutl is its reader of bundles.
	const each = timed(200, 'sh', ['-c', `for n in $(seq 200); do openssl x509 -noout -in "${bundle}"; done`]);
	const store = timed(blocks.length, 'openssl', ['storeutl', '-noout', '-certs', bundle]);
	const certtool = timed(blocks.length, 'certtool', ['-i', '--infile', bundle]);
	const row = (what: string, peer: number | undefined): readonly Row[] =>
		peer === undefined ? [] : [{what, ours, peer, unit: '/s'}];
	return [
		...row('lint, beside openssl x509 -noout, one run each', each),
		...row('lint, beside openssl storeutl -noout over a bundle', store),
		...row('lint, beside certtool -i over a bundle', certtool),
	];
}

/** The built program over a stream of a million; its peak of memory as the system counts it. */
function aMillion(folder: string, bundle: Buffer, peer: number): Row {
	const file = path.join(folder, 'million.pem');
	const handle = openSync(file, 'w');
	for (let count = 0; count < MILLION; count += CERTIFICATES) {
		writeSync(handle, bundle);
	}

	closeSync(handle);
	const report = path.join(folder, 'memory');
	// Not maxRSS where there is a choice: on Linux that also counts the process that started this one.
	const preload = `process.on('exit', () => {
		const fs = require('node:fs');
		const status = fs.existsSync('/proc/self/status') ? fs.readFileSync('/proc/self/status', 'utf8') : '';
		fs.writeFileSync(${JSON.stringify(report)}, /VmHWM:\\s*(\\d+)/.exec(status)?.[1] ?? String(process.resourceUsage().maxRSS));
	});`;
	const script = path.join(folder, 'preload.cjs');
	write(script, [preload]);
	const start = performance.now();
	const input = openSync(file, 'r');
	const {status} = spawnSync(
		process.execPath,
		['--require', script, main, 'lint', '--at', '2026-06-01', '--quiet', '-'],
		{
			stdio: [input, 'ignore', 'inherit'],
		},
	);
	closeSync(input);
	if (status !== 0 && status !== 1) {
		throw new Error(`lint ended with ${status}`);
	}

	const ours = (MILLION / (performance.now() - start)) * 1000;
	const memory = Number(readFileSync(report, 'utf8')) / 1024;
	return {
		what: 'a million through the program, beside Node parsing',
		ours,
		peer,
		unit: '/s',
		budget: 'memory of 150 MB',
		note: `peak of memory ${memory.toFixed(0)} MB`,
	};
}

function write(file: string, texts: readonly string[]): void {
	const handle = openSync(file, 'w');
	writeSync(handle, texts.join(''));
	closeSync(handle);
}

/** Really signed end-entity certificates, each of its own subject and key. */
function makeCertificates(count: number): readonly string[] {
	const issuer = generateKeyPairSync('ec', {namedCurve: 'P-256'});
	const keys = Array.from({length: 50}, () => generateKeyPairSync('ec', {namedCurve: 'P-256'}).publicKey);
	const authority = keyIdentifierOf(createPublicKey(issuer.privateKey).export({type: 'spki', format: 'der'}));
	const algorithm = sequence(objectIdentifier('1.2.840.10045.4.3.2'));
	return Array.from({length: count}, (_, index) => {
		const spki = keys[index % keys.length]?.export({type: 'spki', format: 'der'}) ?? Buffer.alloc(0);
		const name = `host-${index}.example.com`;
		const tbs = sequence(
			explicit(0, integer(2)),
			serial(index),
			algorithm,
			encodeSubject('CN=Bench CA,O=Example'),
			sequence(time(new Date('2026-05-01T00:00:00Z')), time(new Date('2027-05-01T00:00:00Z'))),
			encodeSubject(`CN=${name},O=Example`),
			spki,
			explicit(
				3,
				sequence(
					basicConstraints({isCa: false}),
					keyUsage(['digitalSignature']),
					extendedKeyUsage(['1.3.6.1.5.5.7.3.2']),
					subjectAlternativeName([implicit(2, Buffer.from(name))]),
					subjectKeyIdentifier(keyIdentifierOf(spki)),
					authorityKeyIdentifier(authority),
				),
			),
		);
		return encodePem('CERTIFICATE', sequence(tbs, algorithm, bitString(sign('sha256', tbs, issuer.privateKey))));
	});
}

/** 16 octets that look random, as issuers here write them. */
function serial(index: number): Uint8Array {
	const octets = Buffer.alloc(16, 0x5a);
	octets.writeUInt32BE(index + 1, 1);
	octets.writeUInt32BE(Math.imul(index + 1, 2_654_435_761) >>> 0, 8);
	return Buffer.concat([Uint8Array.of(0x02, octets.length), octets]);
}
