import {appendFileSync, readFileSync, statSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {appendToRegister, readRegister, registerEntry} from '../../../src/pki/store/register.ts';
import {pki, testTime} from '../../support/certificates.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

const {endEntity, directEndEntity} = await pki();
const one = registerEntry(endEntity.certificate, testTime);
const other = registerEntry(directEndEntity.certificate, testTime);

test('an entry tells a certificate apart and holds nothing secret', () => {
	expect(one).toEqual({
		serial: endEntity.certificate.serial.hex,
		serialDecimal: endEntity.certificate.serial.decimal,
		subject: 'CN=host.example.com,O=Example',
		issuer: 'CN=Test Issuing,O=Example',
		notBefore: '2026-05-01T00:00:00.000Z',
		notAfter: '2027-05-01T00:00:00.000Z',
		fingerprint: endEntity.certificate.fingerprint,
		issuedAt: '2026-06-01T00:00:00.000Z',
	});
});

test('entries are read back in the order in which they were added', async () => {
	const file = path.join(temporaryFolder(), 'register.jsonl');
	expect(await readRegister(file)).toEqual([]);
	await appendToRegister(file, [one]);
	await appendToRegister(file, [other, one]);

	expect(await readRegister(file)).toEqual([one, other, one]);
	expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('what was left half written spoils no other entry', async () => {
	const file = path.join(temporaryFolder(), 'register.jsonl');
	await appendToRegister(file, [one]);
	appendFileSync(file, JSON.stringify(other).slice(0, 40));
	await appendToRegister(file, [other]);
	appendFileSync(file, 'null\n{"serial":1}\n\n');

	expect(await readRegister(file)).toEqual([one, other]);
});

test('entries added at the same time are all there', async () => {
	const file = path.join(temporaryFolder(), 'register.jsonl');
	await Promise.all(Array.from({length: 20}, () => appendToRegister(file, [one, other])));

	expect(await readRegister(file)).toHaveLength(40);
	expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(41);
});
