import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {keyMatchesCertificate, loadCertificates, loadPrivateKey} from '../../../src/pki/intake/load.ts';
import {issueEndEntity} from '../../../src/pki/issuing/end-entity.ts';
import {endEntityFolder, findEndEntity, keepEndEntities} from '../../../src/pki/store/end-entity-store.ts';
import {IssuerStore} from '../../../src/pki/store/issuer-store.ts';
import {readRegister} from '../../../src/pki/store/register.ts';
import {issuingForTest} from '../../support/issuing.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

async function world(hasIssuing: boolean) {
	const home = temporaryFolder();
	const store = new IssuerStore(home);
	const issuing = hasIssuing ? {issuing: {subject: 'CN=Build CA issuing'}} : {};
	await store.create('build', {subject: 'CN=Build CA', ...issuing}, undefined, issuingForTest);
	const issuer = await store.open('build', async () => '');
	const make = async (name: string) => {
		const {certificate, chain, key} = await issueEndEntity({subject: `CN=${name}`}, issuer, issuingForTest);
		return {folder: endEntityFolder(home, name), certificate, chain, pkcs8: key.pkcs8};
	};
	return {home, issuer, make};
}

describe('keeping end-entity certificates', () => {
	test('writes certificate, key and chain, never the root, and finds them again', async () => {
		const {home, issuer, make} = await world(true);
		const [kept] = await keepEndEntities([await make('host-1')], issuer, issuingForTest.now);
		const folder = path.join(home, 'certificates/host-1');

		expect(await findEndEntity(folder)).toEqual(kept);
		expect(readdirSync(folder)).toEqual(['certificate.pem', 'chain.pem', 'private-key.pem']);
		expect(statSync(path.join(folder, 'private-key.pem')).mode & 0o777).toBe(0o600);
		const chain = loadCertificates(readFileSync(path.join(folder, 'chain.pem')), 'chain.pem');
		expect(chain.map(({subject}) => subject.text)).toEqual(['CN=Build CA issuing']);
		const key = loadPrivateKey(readFileSync(path.join(folder, 'private-key.pem')), 'private-key.pem');
		expect(kept && keyMatchesCertificate(key, kept.certificate)).toBe(true);
	});

	test('leaves the chain out below a root', async () => {
		const {issuer, make} = await world(false);
		const [kept] = await keepEndEntities([await make('host-1')], issuer, issuingForTest.now);

		expect(readdirSync(kept?.folder ?? '')).toEqual(['certificate.pem', 'private-key.pem']);
		expect(kept?.files.intermediates).toBeUndefined();
	});

	test('leaves the key out when it lives elsewhere', async () => {
		const {issuer, make} = await world(false);
		const {pkcs8: _elsewhere, ...endEntity} = await make('host-1');
		const [kept] = await keepEndEntities([endEntity], issuer, issuingForTest.now);

		expect(readdirSync(kept?.folder ?? '')).toEqual(['certificate.pem']);
	});

	test('notes each in the register of its issuer', async () => {
		const {issuer, make} = await world(false);
		await keepEndEntities([await make('host-1'), await make('host-2')], issuer, issuingForTest.now);

		expect((await readRegister(issuer.registerFile)).map(({subject}) => subject)).toEqual(['CN=host-1', 'CN=host-2']);
	});

	test('keeps none of them when one is there already, and notes nothing', async () => {
		const {home, issuer, make} = await world(false);
		await keepEndEntities([await make('host-2')], issuer, issuingForTest.now);
		const again = keepEndEntities([await make('host-1'), await make('host-2')], issuer, issuingForTest.now);

		await expect(again).rejects.toMatchObject({code: 'FILE_EXISTS'});
		expect(readdirSync(path.join(home, 'certificates'))).toEqual(['host-2']);
		expect(await readRegister(issuer.registerFile)).toHaveLength(1);
	});

	test('refuses two for one folder', async () => {
		const {home, issuer, make} = await world(false);
		const twice = keepEndEntities([await make('host-1'), await make('host-1')], issuer, issuingForTest.now);

		await expect(twice).rejects.toMatchObject({code: 'FILE_EXISTS'});
		expect(existsSync(path.join(home, 'certificates'))).toBe(false);
	});
});

test('there is nothing to find in a folder without a certificate', async () => {
	expect(await findEndEntity(temporaryFolder())).toBeUndefined();
});
