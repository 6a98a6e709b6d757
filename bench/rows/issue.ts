import {spawnSync} from 'node:child_process';
import {generateKeyPairSync, randomBytes, sign} from 'node:crypto';
import {existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {issueEndEntity} from '../../src/pki/issuing/end-entity.ts';
import {createIssuers} from '../../src/pki/issuing/issuer.ts';
import type {KeyAlgorithm} from '../../src/pki/keys/algorithm.ts';
import {privateKeyPem} from '../../src/pki/keys/key-file.ts';
import {generateKey} from '../../src/pki/keys/key-generation.ts';
import {endEntityFolder, keepEndEntities} from '../../src/pki/store/end-entity-store.ts';
import {IssuerStore} from '../../src/pki/store/issuer-store.ts';
import {judgeCertificate} from '../../src/rules/judge-certificate.ts';
import type {Comparison, Row} from '../comparison.ts';

const main = path.resolve('dist/main.js');
const RUNS = 9;
/** Finding primes takes very different times, so RSA needs more runs before its median stands still. */
const RSA_RUNS = 15;
const CERTIFICATES = 1000;
const ROUNDS = 7;

const comparison: Comparison = {
	title: 'Issuing certificates (medians, interleaved; peers: openssl, node:crypto)',

	async run() {
		if (!existsSync(main)) {
			throw new Error('dist/main.js is missing: npm run build');
		}

		return [
			...(await compareWithOpenssl('p256')),
			...(await compareWithOpenssl('rsa2048')),
			...(await compareInBulk()),
		];
	},
};

export default comparison;

const context = () => ({now: new Date(), random: randomBytes, judge: judgeCertificate});

/** A CA and a client certificate, keys and files included, against the five commands of the tutorials. */
async function compareWithOpenssl(algorithm: 'p256' | 'rsa2048'): Promise<readonly Row[]> {
	const [program = 0, inProcess = 0, openssl = 0, bare = 0] = await medians(
		[
			folder => runProgram(folder, algorithm),
			folder => makeInProcess(folder, algorithm),
			folder => runOpenssl(folder, algorithm),
			() => spawn(process.execPath, ['-e', '0'], '.'),
		],
		algorithm === 'p256' ? RUNS : RSA_RUNS,
	);
	const what = `CA + client certificate, ${algorithm === 'p256' ? 'P-256' : 'RSA 2048'}`;
	const starts = `${(program - 2 * bare).toFixed(0)} ms without starting Node twice`;
	return [
		{what: `${what}, two runs of the program`, ours: program, peer: openssl, unit: 'ms', note: starts},
		{
			what: `${what}, in one process`,
			ours: inProcess,
			peer: openssl,
			unit: 'ms',
			budget: 'faster than five openssl commands',
		},
	];
}

async function runProgram(folder: string, algorithm: KeyAlgorithm): Promise<void> {
	const create = ['issuer', 'create', '--name', 'ca', '--subject', 'CN=CA,O=Example', '--no-passphrase'];
	spawn(process.execPath, [main, ...create, '--algorithm', algorithm], folder);
	spawn(process.execPath, [main, 'issue', '--issuer', 'ca', '--name', 'client', '--algorithm', algorithm], folder);
}

/** As a set-up does it: both keys made at once. */
async function makeInProcess(folder: string, algorithm: KeyAlgorithm): Promise<void> {
	const store = new IssuerStore(folder);
	const started = generateKey(algorithm);
	await store.create('ca', {subject: 'CN=CA,O=Example', algorithm}, undefined, context());
	const issuer = await store.open('ca', async () => '');
	const {certificate, chain, key} = await issueEndEntity({subject: 'CN=client', key: started}, issuer, context());
	const {pkcs8} = key;
	await keepEndEntities([{folder: endEntityFolder(folder, 'client'), certificate, chain, pkcs8}], issuer, new Date());
}

async function runOpenssl(folder: string, algorithm: 'p256' | 'rsa2048'): Promise<void> {
	const kind =
		algorithm === 'p256' ? ['EC', '-pkeyopt', 'ec_paramgen_curve:P-256'] : ['RSA', '-pkeyopt', 'rsa_keygen_bits:2048'];
	writeFileSync(
		path.join(folder, 'client.ext'),
		'basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=clientAuth\n',
	);
	const ca = [
		'-addext',
		'basicConstraints=critical,CA:TRUE,pathlen:0',
		'-addext',
		'keyUsage=critical,keyCertSign,cRLSign',
	];
	for (const words of [
		['genpkey', '-algorithm', ...kind, '-out', 'ca.key'],
		['req', '-x509', '-new', '-key', 'ca.key', '-subj', '/O=Example/CN=CA', '-days', '3650', ...ca, '-out', 'ca.pem'],
		['genpkey', '-algorithm', ...kind, '-out', 'client.key'],
		['req', '-new', '-key', 'client.key', '-subj', '/CN=client', '-out', 'client.csr'],
		[
			...['x509', '-req', '-in', 'client.csr', '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial'],
			...['-days', '365', '-extfile', 'client.ext', '-out', 'client.pem'],
		],
	]) {
		spawn('openssl', words, folder);
	}
}

function spawn(program: string, words: readonly string[], folder: string): void {
	const env = {PATH: process.env['PATH'] ?? '', HOME: folder};
	const {status, stderr} = spawnSync(program, words, {cwd: folder, env, encoding: 'utf8'});
	if (status !== 0) {
		throw new Error(`${program} ${words.join(' ')} failed: ${stderr}`);
	}
}

/** Certificates with their keys, all as PEM and judged by the rules, against what node:crypto needs for keys and signatures alone. */
async function compareInBulk(): Promise<readonly Row[]> {
	const {root} = await createIssuers({subject: 'CN=CA,O=Example'}, context());
	const {privateKey} = generateKeyPairSync('ec', {namedCurve: 'P-256'});
	const tbs = randomBytes(400);
	const encoded = {
		publicKeyEncoding: {type: 'spki', format: 'der'},
		privateKeyEncoding: {type: 'pkcs8', format: 'pem'},
	} as const;
	const repeat = async (work: (index: number) => unknown) => {
		for (let index = 0; index < CERTIFICATES; index++) {
			await work(index);
		}
	};

	const [ours = 0, exported = 0, kept = 0] = await medians(
		[
			() =>
				repeat(async index => {
					const subject = `CN=host-${index}.example.com,O=Example`;
					const alternativeNames = {dns: [`host-${index}.example.com`]};
					const {certificate, key} = await issueEndEntity({subject, alternativeNames}, root, context());
					return certificate.toPem() + privateKeyPem(key.pkcs8);
				}),
			() =>
				repeat(() => {
					generateKeyPairSync('ec', {namedCurve: 'P-256', ...encoded});
					sign('sha256', tbs, privateKey);
				}),
			() =>
				repeat(() => {
					generateKeyPairSync('ec', {namedCurve: 'P-256'});
					sign('sha256', tbs, privateKey);
				}),
		],
		ROUNDS,
	);
	const what = `${CERTIFICATES} P-256 certificates`;
	const budget = 'within 2 times';
	return [
		{what: `${what}; peer: keys exported, signatures`, ours, peer: exported, unit: 'ms', budget},
		{what: `${what}; peer: keys never leave memory, signatures`, ours, peer: kept, unit: 'ms'},
	];
}

/** The median time of each piece of work in milliseconds, one run of each in turn, each in an empty folder. */
async function medians(works: readonly ((folder: string) => unknown)[], runs: number): Promise<readonly number[]> {
	const times = works.map((): number[] => []);
	for (let run = 0; run < runs; run++) {
		for (const [index, work] of works.entries()) {
			const folder = mkdtempSync(path.join(tmpdir(), 'anchorsmith-bench-'));
			try {
				const start = performance.now();
				await work(folder);
				times[index]?.push(performance.now() - start);
			} finally {
				rmSync(folder, {recursive: true});
			}
		}
	}

	return times.map(series => series.toSorted((one, other) => one - other)[Math.floor(series.length / 2)] ?? 0);
}
