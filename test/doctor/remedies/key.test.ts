import {expect, test} from 'vitest';
import {seen} from '../../../src/doctor/evidence/look.ts';
import {fileWith, keyOf, machineForTest} from '../../support/broken-machine.ts';
import {issueForTest, pki} from '../../support/certificates.ts';
import {PASSPHRASE} from '../../support/key-files.ts';
import {remedyOf} from '../../support/remedy-of.ts';

test('a mode that is too open is corrected, here too', async () => {
	const {endEntity} = await pki();
	const file = fileWith('/srv/my host/key.pem', keyOf(endEntity), {mode: 0o644});
	const evidence = await machineForTest({files: {privateKey: seen(file)}});
	expect(remedyOf('key-private', evidence)).toMatchObject({
		commands: ["chmod 600 '/srv/my host/key.pem'"],
		mend: {kind: 'mode', path: '/srv/my host/key.pem', mode: 0o600},
	});
});

test('an encrypted key is opened by whoever knows its passphrase, which no command holds', async () => {
	const {endEntity} = await pki();
	const file = fileWith(
		'/srv/host/key.pem',
		endEntity.privateKey
			.export({type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: PASSPHRASE})
			.toString(),
	);
	const {commands} = remedyOf('key-encryption', await machineForTest({files: {privateKey: seen(file)}}));
	expect(commands).toEqual([
		'(umask 077 && openssl pkey -in /srv/host/key.pem -out /srv/host/key.pem.open)',
		expect.stringContaining(' --private-key /srv/host/key.pem.open '),
	]);
});

test('a key that belongs to no certificate is left for one that does, or for a new one', async () => {
	const {endEntity} = await pki();
	const other = await issueForTest();
	const stray = seen(fileWith('/srv/host/private-key.pem', keyOf(other)));
	const nearby = [fileWith('/srv/host/old.key', keyOf(endEntity))];
	const found = remedyOf('set-key-certified', await machineForTest({files: {privateKey: stray, nearby}}));
	expect(found.commands).toEqual([expect.stringContaining(' --private-key /srv/host/old.key ')]);
	const lost = remedyOf('set-key-certified', await machineForTest({files: {privateKey: stray}}));
	expect(lost.commands).toEqual([expect.stringMatching(/^anchorsmith request /)]);
});
