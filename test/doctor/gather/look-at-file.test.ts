import {spawnSync} from 'node:child_process';
import {realpathSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {beforeEach, describe, expect, test} from 'vitest';
import {isMountPoint, lookAtFile, lookAtSecret} from '../../../src/doctor/gather/look-at-file.ts';
import {pki} from '../../support/certificates.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

let folder: string;

beforeEach(() => {
	folder = realpathSync(temporaryFolder());
});

describe('a look at a file', () => {
	test('follows links', async () => {
		const {endEntity} = await pki();
		writeFileSync(path.join(folder, 'certificate.pem'), endEntity.pem, {mode: 0o640});
		symlinkSync('certificate.pem', path.join(folder, 'link.pem'));

		expect(await lookAtFile(path.join(folder, 'link.pem'), undefined)).toMatchObject({
			state: 'seen',
			value: {
				path: path.join(folder, 'link.pem'),
				realPath: path.join(folder, 'certificate.pem'),
				mode: 0o640,
				owner: process.getuid?.(),
				access: {isReadable: true},
				content: {form: 'pem', items: [{kind: 'certificate', der: Buffer.from(endEntity.der).toString('base64')}]},
			},
		});
	});

	test.each<[string, (file: string) => void, string]>([
		['that is not there', () => undefined, 'ENOENT'],
		['whose links lead in a circle', file => symlinkSync(path.basename(file), file), 'ELOOP'],
		['that is a pipe', file => spawnSync('mkfifo', [file]), 'FILE_UNREADABLE'],
	])('%s says why it came to nothing', async (_what, make, code) => {
		const file = path.join(folder, 'file');
		make(file);

		expect(await lookAtFile(file, undefined)).toMatchObject({state: 'unseen', why: 'failed', code});
	});

	test('of a passphrase leaves out what is in it', async () => {
		const file = path.join(folder, 'passphrase');
		writeFileSync(file, 'S3cr3tMark');

		expect(JSON.stringify(await lookAtSecret(file, undefined))).not.toMatch(/content|S3cr3t/);
	});
});

describe('a file that is mounted by itself', () => {
	const mounts = [
		'22 27 0:21 / /proc rw,relatime - proc proc rw',
		'913 880 0:61 /..2026_11_22/tls.crt /iamra/tls.crt ro,relatime - tmpfs tmpfs ro',
		String.raw`914 880 8:1 /k /my\040keys/key.pem ro,relatime - ext4 /dev/sda1 ro`,
	].join('\n');

	test.each([
		['/iamra/tls.crt', true],
		['/my keys/key.pem', true],
		['/iamra/tls.key', false],
		['', false],
	])('%s: %s', (file, isMounted) => {
		expect(isMountPoint(file, mounts)).toBe(isMounted);
	});
});
