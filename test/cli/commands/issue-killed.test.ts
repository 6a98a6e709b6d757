import {existsSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {
	keyMatchesCertificate,
	loadCertificate,
	loadCertificates,
	loadPrivateKey,
} from '../../../src/pki/intake/load.ts';
import {readRegister} from '../../../src/pki/store/register.ts';
import {faultPoints} from '../../support/fault-points.ts';
import {faultAt, runProgram, writesCounted} from '../../support/program.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

const CREATE = ['issuer', 'create', '--name', 'build', '--subject', 'CN=Build CA', '--with-issuing', '--no-passphrase'];
const ISSUE = ['issue', '--issuer', 'build', '--name', 'host-1'];

function run(home: string, words: readonly string[], env: Readonly<Record<string, string>> = {}) {
	return runProgram(words, {env: {HOME: home, ...env}, cwd: home});
}

/** Names of all files below a folder; none when it does not exist. A lock that nobody holds any more does no harm. */
function filesBelow(folder: string): readonly string[] {
	return existsSync(folder)
		? readdirSync(folder, {recursive: true, withFileTypes: true})
				.filter(entry => entry.isFile())
				.map(({name}) => name)
				.filter(name => !/\.lock(?:\.[\d-]+\.tmp)?$/.test(name))
				.toSorted()
		: [];
}

/**
 * Runs a command in new homes, each time with a fault at another of its writes, and says how many writes there are. A
 * failing write that only tidies up may leave the work done: then all of it is there.
 */
async function atWrites(
	words: readonly string[],
	fault: 'kill' | 'ENOSPC',
	prepare: (home: string) => Promise<void>,
	check: (home: string) => Promise<void>,
): Promise<number> {
	const whole = temporaryFolder();
	await prepare(whole);
	const countIn = path.join(temporaryFolder(), 'writes');
	expect(await run(whole, words, faultAt(0, {countIn}))).toMatchObject({status: 0});
	const writes = writesCounted(countIn);
	for (const write of faultPoints('writes', writes, 8)) {
		const home = temporaryFolder();
		await prepare(home);
		const {status} = await run(home, words, faultAt(write, {fault}));
		if (status === 0) {
			expect(filesBelow(path.join(home, '.anchorsmith')), `write ${write}`).toEqual(
				filesBelow(path.join(whole, '.anchorsmith')),
			);
		} else {
			expect(status, `write ${write}`).toBe(fault === 'kill' ? null : 2);
			await check(home);
		}
	}

	return writes;
}

const issuerFiles = ['issuer-key.pem', 'issuer.pem', 'register.jsonl', 'root-key.pem', 'root.pem'];

/** An issuer that can be seen is whole. */
function requireWholeOrAbsent(folder: string): void {
	if (existsSync(folder)) {
		expect(readdirSync(folder).toSorted()).toEqual(issuerFiles);
		const [certificate, key] = ['issuer.pem', 'issuer-key.pem'].map(name => readFileSync(path.join(folder, name)));
		expect(
			keyMatchesCertificate(
				loadPrivateKey(key ?? new Uint8Array(), 'issuer-key.pem'),
				loadCertificate(certificate ?? new Uint8Array(), 'issuer.pem'),
			),
		).toBe(true);
	}
}

describe('issuer create', () => {
	test('killed at any of its writes leaves the issuer whole or absent, and can be run again', async () => {
		const writes = await atWrites(
			CREATE,
			'kill',
			async () => {},
			async home => {
				const folder = path.join(home, '.anchorsmith/issuers/build');
				requireWholeOrAbsent(folder);
				if (!existsSync(folder)) {
					expect((await run(home, CREATE)).status).toBe(0);
					expect(filesBelow(path.join(home, '.anchorsmith'))).toEqual(issuerFiles);
				}
			},
		);
		expect(writes).toBeGreaterThan(10);
	});

	test('on a disk that is full at any of its writes leaves no file', async () => {
		await atWrites(
			CREATE,
			'ENOSPC',
			async () => {},
			async home => expect(filesBelow(home)).toEqual([]),
		);
	});
});

describe('issue', () => {
	const prepare = async (home: string) => void (await run(home, CREATE));

	test('killed at any of its writes leaves what can be seen whole and registered, and can be run again', async () => {
		const writes = await atWrites(ISSUE, 'kill', prepare, async home => {
			const folder = path.join(home, '.anchorsmith/certificates/host-1');
			const register = await readRegister(path.join(home, '.anchorsmith/issuers/build/register.jsonl'));
			if (existsSync(folder)) {
				expect(readdirSync(folder)).toEqual(['certificate.pem', 'chain.pem', 'private-key.pem']);
				const [certificate] = loadCertificates(readFileSync(path.join(folder, 'certificate.pem')), 'certificate.pem');
				expect(register.map(({fingerprint}) => fingerprint)).toContain(certificate.fingerprint);
			} else {
				expect((await run(home, ISSUE)).status).toBe(0);
				expect(filesBelow(path.join(home, '.anchorsmith/certificates'))).toEqual([
					'certificate.pem',
					'chain.pem',
					'private-key.pem',
				]);
			}
		});
		expect(writes).toBeGreaterThan(10);
	});

	test('on a disk that is full at any of its writes leaves no certificate and no key', async () => {
		await atWrites(ISSUE, 'ENOSPC', prepare, async home => {
			expect(filesBelow(path.join(home, '.anchorsmith/certificates'))).toEqual([]);
			expect(filesBelow(path.join(home, '.anchorsmith/issuers'))).toEqual(issuerFiles);
		});
	});
});
