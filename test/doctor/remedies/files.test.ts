import {describe, expect, test} from 'vitest';
import {seen} from '../../../src/doctor/evidence/look.ts';
import {fileWith, keyOf, machineForTest} from '../../support/broken-machine.ts';
import {pki} from '../../support/certificates.ts';
import {remedyOf} from '../../support/remedy-of.ts';

describe('another user is let in by as little as helps', () => {
	const user = {uid: 65_534, gids: [65_534], isSelf: false};
	const closed = (obstacle: string) => ({isReadable: false, obstacle}) as const;

	test.each([
		[
			'a key becomes theirs',
			'/srv/host/private-key.pem',
			['sudo chown 65534 /srv/host/private-key.pem', 'sudo chmod 600 /srv/host/private-key.pem'],
		],
		['a folder lets them pass', '/srv', ['sudo chmod o+x /srv']],
	])('%s', async (_what, obstacle, commands) => {
		const {endEntity} = await pki();
		const file = fileWith('/srv/host/private-key.pem', keyOf(endEntity), {access: closed(obstacle)});
		const evidence = await machineForTest({host: {user}, files: {privateKey: seen(file)}});
		expect(remedyOf('file-readable', evidence, '--private-key').commands).toEqual(commands);
	});

	test('a certificate may be read by everybody', async () => {
		const {endEntity} = await pki();
		const file = fileWith('/srv/host/certificate.pem', endEntity.pem, {access: closed('/srv/host/certificate.pem')});
		const evidence = await machineForTest({host: {user}, files: {certificate: seen(file)}});
		expect(remedyOf('file-readable', evidence).commands).toEqual(['sudo chmod a+r /srv/host/certificate.pem']);
	});
});

test('what clients cannot read is written anew, with the chain that it takes', async () => {
	const {endEntity} = await pki();
	const bundle = fileWith('/srv/host/all.pem', endEntity.pem + keyOf(endEntity));
	const evidence = await machineForTest({
		files: {certificate: seen(bundle), privateKey: seen(bundle)},
	});
	const {commands, mend} = remedyOf('file-label', evidence);
	const into = '/srv/host/rewritten-20260601T000000Z';
	expect(commands).toEqual([
		`anchorsmith lint /srv/host/all.pem /srv/host/chain.pem --fix-into ${into} --fail-on never`,
		expect.stringContaining(
			` --certificate ${into}/certificate.pem --private-key ${into}/private-key.pem --intermediates ${into}/chain.pem `,
		),
	]);
	expect(mend).toMatchObject({kind: 'convert', paths: ['/srv/host/all.pem', '/srv/host/chain.pem'], into});
});

test('a config file of another encoding is written anew where it lies', async () => {
	const evidence = await machineForTest();
	expect(remedyOf('host-config-text', evidence, 'config').mend).toEqual({
		kind: 'encoding',
		path: '/home/ida/.aws/config',
	});
});
