import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {findIssuers, findNearby} from '../../../src/doctor/gather/nearby.ts';
import {IssuerStore} from '../../../src/pki/store/issuer-store.ts';
import {pki} from '../../support/certificates.ts';
import {surroundingsForTest} from '../../support/doctor-surroundings.ts';
import {issuingForTest} from '../../support/issuing.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

test('nearby are certificates and keys that are not named', async () => {
	const folder = temporaryFolder();
	const {endEntity, issuing} = await pki();
	const put = (name: string, content: string | Uint8Array): void => writeFileSync(path.join(folder, name), content);
	put('named.pem', endEntity.pem);
	put('issuing.crt', issuing.der);
	put('key.key', endEntity.privateKey.export({type: 'pkcs8', format: 'pem'}));
	put('notes.pem', 'nothing of the kind');
	put('certificate.txt', issuing.pem);
	const found = await findNearby([path.join(folder, 'named.pem'), path.join(folder, 'none/x.pem')], undefined);

	expect(found.map(({path: file}) => path.basename(file))).toEqual(['issuing.crt', 'key.key']);
});

test('issuers are those whose keys are kept here, and their certificates are nearby', async () => {
	const home = temporaryFolder();
	const store = new IssuerStore(home);
	const made = await store.create(
		'build',
		{subject: 'CN=Build,O=Example', issuing: {subject: 'CN=Issuing,O=Example'}},
		undefined,
		issuingForTest,
	);
	const {issuers, certificates} = await findIssuers(surroundingsForTest({stateDirectory: () => home}));
	const base64 = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('base64');

	expect(issuers).toEqual([{name: 'build', certificate: base64(made.certificate.der), root: base64(made.root?.der)}]);
	expect(certificates.map(({path: file}) => path.relative(home, file))).toEqual([
		'issuers/build/issuer.pem',
		'issuers/build/root.pem',
	]);
});

test('without a home there are no issuers', async () => {
	await expect(findIssuers(surroundingsForTest())).resolves.toEqual({issuers: [], certificates: []});
});
