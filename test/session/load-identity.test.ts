import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {loadIdentity} from '../../src/session/load-identity.ts';
import {issueForTest, pki, testTime} from '../support/certificates.ts';

let folder: string;

beforeEach(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'anchorsmith-'));
});

afterEach(async () => {
	await rm(folder, {recursive: true});
});

async function write(name: string, text: string): Promise<string> {
	const file = path.join(folder, name);
	await writeFile(file, text);
	return file;
}

async function files(differsBy: {readonly certificate?: string; readonly intermediates?: string} = {}) {
	const {endEntity} = await pki();
	const {certificate = endEntity.pem, intermediates} = differsBy;
	return {
		certificate: await write('certificate.pem', certificate),
		privateKey: await write('private-key.pem', endEntity.privateKey.export({type: 'pkcs8', format: 'pem'}).toString()),
		...(intermediates !== undefined && {intermediates: await write('chain.pem', intermediates)}),
	};
}

describe('an identity', () => {
	test('is the certificate, its serial number and its key', async () => {
		const {endEntity} = await pki();
		const identity = await loadIdentity(await files(), testTime);

		expect(identity.certificate).toEqual(endEntity.der);
		expect(identity.serial).toBe(endEntity.certificate.serial.decimal);
		expect(identity.chain).toEqual([]);
		expect(identity.privateKey.equals(endEntity.privateKey)).toBe(true);
	});

	test.each([
		['one file', async () => ({certificate: Object.values(await pems()).join('')})],
		[
			'one file, root first',
			async () => ({
				certificate: Object.values(await pems())
					.toReversed()
					.join(''),
			}),
		],
		['two files', async () => ({intermediates: (await pems()).issuing + (await pems()).root})],
		['both', async () => ({certificate: Object.values(await pems()).join(''), intermediates: (await pems()).issuing})],
	])('takes its chain from %s, without the root', async (_where, differsBy) => {
		const {endEntity, issuing} = await pki();
		const identity = await loadIdentity(await files(await differsBy()), testTime);

		expect(identity.certificate).toEqual(endEntity.der);
		expect(identity.chain).toEqual([issuing.der]);
	});

	test('is refused when key and certificate do not belong together', async () => {
		const {pem} = await issueForTest();

		await expect(loadIdentity(await files({certificate: pem}), testTime)).rejects.toMatchObject({
			code: 'KEY_MISMATCH',
		});
	});

	test('can be loaded right after a key of another kind was refused', async () => {
		const {pem} = await issueForTest({algorithm: 'rsa2048'});
		await expect(loadIdentity(await files({certificate: pem}), testTime)).rejects.toMatchObject({
			code: 'KEY_MISMATCH',
		});

		await expect(loadIdentity(await files(), testTime)).resolves.toBeDefined();
	});

	test('is refused after its end, and before its beginning', async () => {
		const given = await files();

		await expect(loadIdentity(given, new Date('2030-01-01T00:00:00Z'))).rejects.toMatchObject({
			code: 'CERTIFICATE_NOT_VALID_NOW',
			message: `The certificate in ${given.certificate} expired at 2027-05-01T00:00:00.000Z.`,
			next: [expect.stringContaining('anchorsmith issue'), expect.stringContaining('2030-01-01T00:00:00.000Z')],
		});
		await expect(loadIdentity(given, new Date('2026-04-30T23:59:59Z'))).rejects.toThrow(
			'is not valid before 2026-05-01T00:00:00.000Z.',
		);
	});

	test.each(['certificate', 'privateKey', 'intermediates'])('names the %s file that is missing', async name => {
		const given = {...(await files()), [name]: path.join(folder, 'nowhere.pem')};

		await expect(loadIdentity(given, testTime)).rejects.toMatchObject({
			code: 'FILE_MISSING',
			message: expect.stringContaining('nowhere.pem'),
		});
	});

	test('with an encrypted key needs its passphrase', async () => {
		const {endEntity} = await pki();
		const given = {
			...(await files()),
			privateKey: await write(
				'encrypted.pem',
				endEntity.privateKey
					.export({type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'correct horse'})
					.toString(),
			),
		};

		await expect(loadIdentity(given, testTime)).rejects.toMatchObject({code: 'PASSPHRASE_NEEDED'});
		await expect(loadIdentity({...given, passphrase: 'battery'}, testTime)).rejects.toMatchObject({
			code: 'PASSPHRASE_WRONG',
		});
		await expect(loadIdentity({...given, passphrase: 'correct horse'}, testTime)).resolves.toBeDefined();
	});
});

async function pems() {
	const {endEntity, issuing, root} = await pki();
	return {endEntity: endEntity.pem, issuing: issuing.pem, root: root.pem};
}
