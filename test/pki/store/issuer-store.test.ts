import {existsSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {filesOfNewIssuer, IssuerStore} from '../../../src/pki/store/issuer-store.ts';
import {readRegister} from '../../../src/pki/store/register.ts';
import {issuingForTest} from '../../support/issuing.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

const spec = {subject: 'CN=Build CA,O=Example'};
const withIssuing = {...spec, issuing: {subject: 'CN=Build CA issuing,O=Example'}};

async function neverAsked(): Promise<string> {
	throw new Error('the passphrase was asked for');
}

describe('creating an issuer', () => {
	test.each([
		['a root', spec, false],
		['a root and an issuing CA', withIssuing, true],
	])('%s writes a private folder with the files announced', async (_case, asked, hasIssuing) => {
		const home = temporaryFolder();
		const {folder} = await new IssuerStore(home).create('build', asked, undefined, issuingForTest);
		const modes = readdirSync(folder).map(name => ({name, mode: statSync(path.join(folder, name)).mode & 0o777}));

		expect(folder).toBe(path.join(home, 'issuers/build'));
		expect(statSync(folder).mode & 0o777).toBe(0o700);
		expect(modes).toEqual(filesOfNewIssuer(hasIssuing).toSorted((one, other) => (one.name < other.name ? -1 : 1)));
	});

	test('encrypts every key, and notes the issuing CA in the register', async () => {
		const store = new IssuerStore(temporaryFolder());
		const {folder, certificate} = await store.create('build', withIssuing, 'pass', issuingForTest);

		for (const name of ['issuer-key.pem', 'root-key.pem']) {
			expect(readFileSync(path.join(folder, name), 'utf8')).toMatch(/^-----BEGIN ENCRYPTED PRIVATE KEY-----\n/);
		}

		expect(await readRegister(path.join(folder, 'register.jsonl'))).toMatchObject([
			{fingerprint: certificate.fingerprint, issuer: 'CN=Build CA,O=Example'},
		]);
	});

	test('never replaces one', async () => {
		const store = new IssuerStore(temporaryFolder());
		const {certificate} = await store.create('build', spec, undefined, issuingForTest);

		await expect(store.create('build', spec, undefined, issuingForTest)).rejects.toMatchObject({code: 'ISSUER_EXISTS'});
		expect((await store.find('build'))?.certificate.fingerprint).toBe(certificate.fingerprint);
	});

	test.each([
		['an empty passphrase', spec, '', 'PASSPHRASE_EMPTY'],
		['an empty subject', {subject: ''}, undefined, 'SUBJECT_INVALID'],
		['a lifetime of no days', {...spec, lifetime: {days: 0}}, undefined, 'VALIDITY_INVALID'],
	])('with %s leaves nothing', async (_fault, asked, passphrase, code) => {
		const home = temporaryFolder();

		await expect(new IssuerStore(home).create('build', asked, passphrase, issuingForTest)).rejects.toMatchObject({
			code,
		});
		expect(readdirSync(home)).toEqual([]);
	});

	test('needs the home folder that it is told of', async () => {
		const home = path.join(temporaryFolder(), 'missing');
		const store = new IssuerStore(path.join(home, '.anchorsmith'), {within: home});

		await expect(store.create('build', spec, undefined, issuingForTest)).rejects.toMatchObject({code: 'HOME_MISSING'});
		expect(existsSync(home)).toBe(false);
	});

	test.each(['', '..', 'a/b', 'con'])('named %j is refused', async name => {
		await expect(new IssuerStore('/nowhere').create(name, spec, undefined, issuingForTest)).rejects.toMatchObject({
			code: 'NAME_UNSAFE',
		});
	});
});

describe('opening an issuer', () => {
	test('gives its key and what travels with what it issues', async () => {
		const store = new IssuerStore(temporaryFolder());
		await store.create('alone', spec, undefined, issuingForTest);
		await store.create('below', withIssuing, 'päss', issuingForTest);

		expect((await store.open('alone', neverAsked)).chain).toEqual([]);
		const below = await store.open('below', async () => 'päss');
		expect(below.chain.map(({subject}) => subject.text)).toEqual(['CN=Build CA issuing,O=Example']);
		expect(below.registerFile).toBe(path.join(store.folderOf('below'), 'register.jsonl'));
	});

	test('with the wrong passphrase is refused', async () => {
		const store = new IssuerStore(temporaryFolder());
		await store.create('build', spec, 'right', issuingForTest);

		await expect(store.open('build', async () => 'wrong')).rejects.toMatchObject({code: 'PASSPHRASE_WRONG'});
		await expect(store.open('build', async () => '')).rejects.toMatchObject({code: 'PASSPHRASE_EMPTY'});
	});

	test('that does not exist says how to make one', async () => {
		await expect(new IssuerStore(temporaryFolder()).open('build', neverAsked)).rejects.toMatchObject({
			code: 'ISSUER_MISSING',
			next: ['anchorsmith issuer create --name build --subject "CN=..."'],
		});
	});

	test('whose key is that of another is refused', async () => {
		const store = new IssuerStore(temporaryFolder());
		const [one, other] = [
			await store.create('one', spec, undefined, issuingForTest),
			await store.create('other', spec, undefined, issuingForTest),
		];
		writeFileSync(path.join(one.folder, 'issuer-key.pem'), readFileSync(path.join(other.folder, 'issuer-key.pem')));

		await expect(store.open('one', neverAsked)).rejects.toMatchObject({code: 'KEY_MISMATCH'});
	});
});
