import {existsSync, renameSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {ageOf} from '../../src/setup/kept-certificate.ts';
import {setupWorld} from '../support/setup.ts';

describe('a certificate that is there is kept', () => {
	test('saying what was asked for and it does not have, and how to get another', async () => {
		const {home, setUp} = await setupWorld();
		await setUp('--dns', 'build-17.example.com', '--ip', '2001:db8::1');
		expect((await setUp('--dns', 'build-17.example.com', '--ip', '2001:0db8:0::1')).stderr).not.toContain('is kept');

		expect((await setUp('--days', '90', '--issuer-days', '400')).stderr).toMatch(
			/without a life of 400 days \(it has 3650\)(?:.|\n)+without just those other names and a life of 90 days \(it has 365\)/,
		);
		const {stderr} = await setUp('--algorithm', 'rsa2048', '--dns', 'other.example.com', '--issuer-algorithm', 'p384');

		const folder = path.join(home, '.anchorsmith/rehearsal/certificates/anchorsmith');
		expect(stderr).toContain('without a key of the kind p384 (it has p256)');
		expect(stderr).toContain('without a key of the kind rsa2048 (it has p256) and just those other names');
		expect(stderr).toContain(`mv "${folder}" "${folder}.old"`);

		renameSync(folder, `${folder}.old`);
		expect(await setUp('--dns', 'other.example.com')).toMatchObject({
			exit: 0,
			stdout: expect.stringContaining('1 change made'),
		});
		expect(existsSync(path.join(folder, 'private-key.pem'))).toBe(true);
	});
});

test.each([
	['2026-01-01', 'fresh'],
	['2026-01-08', 'fresh'],
	['2026-01-10', 'near its end'],
	['2026-01-12', 'expired'],
])('at %s a certificate of the first ten days of 2026 is %s', (at, age) => {
	const validity = {notBefore: new Date('2026-01-01'), notAfter: new Date('2026-01-11')};
	expect(ageOf({validity}, new Date(at))).toBe(age);
});
