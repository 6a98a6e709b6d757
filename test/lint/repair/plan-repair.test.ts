import {randomBytes} from 'node:crypto';
import {chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {lintFiles} from '../../../src/lint/lint-files.ts';
import {applyRepair} from '../../../src/lint/repair/apply-repair.ts';
import {planRepair, type RepairPlan} from '../../../src/lint/repair/plan-repair.ts';
import {encodePem} from '../../../src/pki/intake/pem.ts';
import {issueForTest, pki, type TestCertificate, type TestPki, testTime} from '../../support/certificates.ts';
import {isPresent} from '../../support/judges.ts';
import {makeKeyForms, PASSPHRASE} from '../../support/key-files.ts';
import {opensshPem} from '../../support/openssh-key.ts';
import {runIn} from '../../support/openssl.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

let world: TestPki;
let keyOfHost: string;

beforeAll(async () => {
	world = await pki();
	keyOfHost = world.endEntity.privateKey.export({type: 'pkcs8', format: 'pem'}).toString();
});

type Written = string | Uint8Array;

function plan(files: Readonly<Record<string, Written>>, passphrase?: string, decrypt = false): Promise<RepairPlan> {
	const inputs = Object.entries(files).map(([name, contents]) => ({path: name, bytes: Buffer.from(contents)}));
	return planRepair(inputs, {
		random: count => randomBytes(count),
		decrypt,
		...(passphrase !== undefined && {passphrase}),
	});
}

/** The names of what would be written, by folder. */
function names({folders}: RepairPlan): unknown {
	return Object.fromEntries(folders.map(({name, files}) => [name, files.map(file => file.name)]));
}

function contentsOf({folders}: RepairPlan, name: string): string {
	const file = folders.flatMap(({files}) => files).find(candidate => candidate.name === name);
	return file === undefined ? `there is no ${name}` : Buffer.from(file.contents).toString();
}

/** What the rules say of a repaired set that was written into a folder. */
function findingsIn(folder: string): readonly string[] {
	const inputs = readdirSync(folder, {recursive: true, encoding: 'utf8'})
		.map(name => path.join(folder, name))
		.filter(file => statSync(file).isFile())
		.map(file => ({path: file, bytes: readFileSync(file), mode: statSync(file).mode & 0o777}));
	return lintFiles(inputs, {at: testTime}).files.flatMap(({findings, items}) =>
		[...findings, ...items.flatMap(item => item.findings)].map(({rule}) => rule),
	);
}

const sec1 = (host: TestCertificate, passphrase?: string) =>
	host.privateKey
		.export({type: 'sec1', format: 'pem', ...(passphrase !== undefined && {cipher: 'aes-256-cbc', passphrase})})
		.toString();

describe('a set that is written carelessly', () => {
	test.each<[how: string, write: () => Record<string, Written>, passphrase: string | undefined]>([
		[
			'upside down, with CRLF and a byte order mark',
			() => ({
				'all.pem': `\u{feff}${world.root.pem}${world.issuing.pem}${world.endEntity.pem}`.replaceAll('\n', '\r\n'),
				'key.pem': keyOfHost,
			}),
			undefined,
		],
		[
			'in DER, key and all',
			() => ({
				'host.cer': world.endEntity.der,
				'issuing.cer': world.issuing.der,
				'root.cer': world.root.der,
				'host.key': world.endEntity.privateKey.export({type: 'pkcs8', format: 'der'}),
			}),
			undefined,
		],
		[
			'in a Secret, twice',
			() => {
				const base64 = (text: string) => Buffer.from(text).toString('base64');
				const crt = base64(world.endEntity.pem + world.issuing.pem + world.endEntity.pem);
				return {
					'secret.yaml': `kind: Secret\ndata:\n  ca.crt: ${base64(world.root.pem)}\n  tls.crt: ${crt}\n  tls.key: ${base64(sec1(world.endEntity))}\n`,
				};
			},
			undefined,
		],
		[
			'with \\n in letters, in UTF-16, and a key of OpenSSH',
			() => ({
				host: world.endEntity.pem.replaceAll('\n', '\\n'),
				chain: Buffer.from(`\u{feff}${world.issuing.pem}${world.root.pem}`, 'utf16le'),
				id_ecdsa: opensshPem(world.endEntity.privateKey),
			}),
			undefined,
		],
		[
			'with wrong labels and a key encrypted in the old way',
			() => ({
				host: encodePem('X509 CERTIFICATE', world.endEntity.der) + encodePem('PUBLIC KEY', world.issuing.der),
				root: encodePem('TRUSTED CERTIFICATE', Buffer.concat([world.root.der, Buffer.from('3000', 'hex')])),
				key: sec1(world.endEntity, PASSPHRASE),
			}),
			PASSPHRASE,
		],
	])('%s, becomes one that the rules have nothing to say of', async (_how, write, passphrase) => {
		const planned = await plan(write(), passphrase, true);
		expect(names(planned)).toEqual({'': ['certificate.pem', 'chain.pem', 'private-key.pem', 'anchor.pem']});
		expect(planned.left).toEqual([]);
		expect(contentsOf(planned, 'certificate.pem')).toBe(world.endEntity.pem);
		expect(contentsOf(planned, 'chain.pem')).toBe(world.issuing.pem);
		expect(contentsOf(planned, 'anchor.pem')).toBe(world.root.pem);
		expect(contentsOf(planned, 'private-key.pem')).toBe(keyOfHost);

		const into = path.join(temporaryFolder(), 'repaired');
		await applyRepair(planned, into);
		expect(findingsIn(into)).toEqual([]);
	});

	test.runIf(isPresent('openssl'))(
		'in PKCS#12, is read by openssl afterwards, its key encrypted as before',
		async () => {
			const folder = temporaryFolder();
			writeFileSync(path.join(folder, 'host.pem'), world.endEntity.pem);
			writeFileSync(path.join(folder, 'ca.pem'), world.issuing.pem + world.root.pem);
			writeFileSync(path.join(folder, 'key.pem'), keyOfHost);
			runIn(
				folder,
				'openssl',
				'pkcs12',
				'-export',
				'-in',
				'host.pem',
				'-inkey',
				'key.pem',
				'-certfile',
				'ca.pem',
				'-passout',
				`pass:${PASSPHRASE}`,
				'-out',
				'host.p12',
			);

			const planned = await plan({'host.p12': readFileSync(path.join(folder, 'host.p12'))}, PASSPHRASE);
			const into = path.join(folder, 'repaired');
			await applyRepair(planned, into);
			expect(contentsOf(planned, 'private-key.pem')).toContain('BEGIN ENCRYPTED PRIVATE KEY');
			runIn(
				into,
				'openssl',
				'verify',
				'-attime',
				'1780272000',
				'-CAfile',
				'anchor.pem',
				'-untrusted',
				'chain.pem',
				'certificate.pem',
			);
			runIn(into, 'openssl', 'pkey', '-in', 'private-key.pem', '-passin', `pass:${PASSPHRASE}`, '-noout');
			expect(findingsIn(into)).toEqual(['set-key-unattended']);
		},
	);
});

describe('several end-entity certificates', () => {
	test('get a folder each, after their names, and share the anchor', async () => {
		const evil = await issueForTest({subject: 'CN=../../etc,O=Example'});
		const planned = await plan({
			all: [world.endEntity, world.directEndEntity, evil, world.issuing, world.root].map(({pem}) => pem).join(''),
			keys: keyOfHost + sec1(evil),
		});
		expect(names(planned)).toEqual({
			'host.example.com': ['certificate.pem', 'chain.pem', 'private-key.pem'],
			'direct.example.com': ['certificate.pem'],
			etc: ['certificate.pem', 'chain.pem', 'private-key.pem'],
			'': ['anchor.pem'],
		});

		const into = path.join(temporaryFolder(), 'repaired');
		const written = await applyRepair(planned, into);
		expect(written.every(file => statSync(file).isFile())).toBe(true);
		expect(statSync(path.join(into, 'etc/private-key.pem')).mode & 0o777).toBe(0o600);
		expect(statSync(path.join(into, 'etc')).mode & 0o777).toBe(0o700);
		expect(statSync(path.join(into, 'anchor.pem')).mode & 0o777).toBe(0o644);
	});

	test('of one name get folders of different names, and of none one after their fingerprint', async () => {
		const same = await issueForTest();
		const nameless = await issueForTest({subject: 'O=Example'});
		const planned = await plan({all: world.endEntity.pem + same.pem + nameless.pem});
		expect(Object.keys(Object(names(planned)))).toEqual([
			'host.example.com',
			'host.example.com-2',
			`certificate-${nameless.certificate.fingerprint.slice(0, 12)}`,
		]);
	});
});

describe('what is not written is told', () => {
	test.each<[what: string, write: () => Record<string, Written>, message: string]>([
		[
			'a key that nobody gave the passphrase of',
			() => ({'key.pem': makeKeyForms('ec').legacyEncrypted}),
			'key.pem, line 1: It is encrypted: give its passphrase with --passphrase-file or --passphrase-env.',
		],
		[
			'an issuer of others',
			() => ({'all.pem': world.directEndEntity.pem + world.issuing.pem}),
			'all.pem, line 14: It issued none of the end-entity certificates.',
		],
		[
			'a block that is cut off',
			() => ({'all.pem': world.endEntity.pem.slice(0, 300)}),
			'all.pem, line 1: The block has no end (line 1).',
		],
	])('%s', async (_what, write, message) => {
		expect((await plan(write())).left).toEqual([
			{message: expect.stringMatching(message.replace(/\d+/, '\\d+').replaceAll(/[()]/g, '\\$&'))},
		]);
	});
});

test('a key stays encrypted as it is where helpers read that, and with the same passphrase otherwise', async () => {
	const {encrypted, legacyEncrypted} = makeKeyForms('ec');
	expect(contentsOf(await plan({key: encrypted}), 'other-key.pem')).toBe(encrypted);
	expect(contentsOf(await plan({key: legacyEncrypted}, PASSPHRASE), 'other-key.pem')).toContain(
		'BEGIN ENCRYPTED PRIVATE',
	);
	expect(contentsOf(await plan({key: encrypted}, PASSPHRASE, true), 'other-key.pem')).toContain('BEGIN PRIVATE KEY');
});

describe('writing', () => {
	test('leaves the originals as they are, and a folder that holds something too', async () => {
		const folder = temporaryFolder();
		const original = path.join(folder, 'all.pem');
		writeFileSync(original, world.root.pem + world.endEntity.pem);
		chmodSync(original, 0o400);
		const before = statSync(original);
		const planned = await plan({[original]: readFileSync(original)});
		await applyRepair(planned, path.join(folder, 'new'));
		expect(statSync(original)).toMatchObject({mtimeMs: before.mtimeMs, mode: before.mode, size: before.size});

		await expect(applyRepair(planned, folder)).rejects.toMatchObject({code: 'FILE_EXISTS'});
		await expect(applyRepair(planned, original)).rejects.toMatchObject({code: 'FILE_EXISTS'});
		expect(readdirSync(folder)).toEqual(['all.pem', 'new']);
	});

	test('takes an empty folder', async () => {
		const into = path.join(temporaryFolder(), 'empty');
		mkdirSync(into);
		await applyRepair(await plan({host: world.endEntity.pem}), into);
		expect(readdirSync(into)).toEqual(['certificate.pem']);
	});
});
