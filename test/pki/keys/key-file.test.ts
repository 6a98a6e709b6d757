import {spawnSync} from 'node:child_process';
import {createPrivateKey, randomBytes} from 'node:crypto';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {readPem} from '../../../src/pki/intake/pem.ts';
import {keyDerivationRounds} from '../../../src/pki/keys/key-encryption.ts';
import {encryptedPrivateKeyPem, PBKDF2_ROUNDS, privateKeyPem} from '../../../src/pki/keys/key-file.ts';
import {generateKey} from '../../../src/pki/keys/key-generation.ts';
import {isPresent} from '../../support/judges.ts';
import {temporaryFolder} from '../../support/temporary-folder.ts';

const passphrase = 'correct horse – Batterie, "clé"';

describe('an encrypted key', () => {
	test.each(['p256', 'p521', 'rsa2048'] as const)('%s is read by Node and by openssl', async algorithm => {
		const {pkcs8} = await generateKey(algorithm);
		const pem = await encryptedPrivateKeyPem(pkcs8, passphrase, randomBytes);

		const key = createPrivateKey({key: pem, passphrase});
		expect(key.export({type: 'pkcs8', format: 'der'}).equals(pkcs8)).toBe(true);
		if (isPresent('openssl')) {
			const file = path.join(temporaryFolder(), 'passphrase');
			writeFileSync(file, `${passphrase}\n`);
			const words = ['pkey', '-passin', `file:${file}`];
			expect(spawnSync('openssl', words, {input: pem, encoding: 'utf8'}).stdout).toBe(privateKeyPem(pkcs8));
		}
	});

	test('is protected by PBES2 with AES-256-CBC and 600 000 rounds of PBKDF2-HMAC-SHA256', async () => {
		const {pkcs8} = await generateKey('p256');
		const pem = await encryptedPrivateKeyPem(pkcs8, passphrase, randomBytes);
		const [block] = readPem(pem).blocks;

		expect(PBKDF2_ROUNDS).toBeGreaterThanOrEqual(600_000);
		expect(block?.label).toBe('ENCRYPTED PRIVATE KEY');
		expect(keyDerivationRounds(block?.der ?? new Uint8Array())).toBe(PBKDF2_ROUNDS);
		if (isPresent('openssl')) {
			const shown = spawnSync('openssl', ['asn1parse'], {input: pem, encoding: 'utf8'}).stdout;
			expect(shown.match(/:(PBES2|PBKDF2|hmacWithSHA256|aes-256-cbc)/g)).toEqual([
				':PBES2',
				':PBKDF2',
				':hmacWithSHA256',
				':aes-256-cbc',
			]);
		}
	});

	test('does not open with another passphrase', async () => {
		const {pkcs8} = await generateKey('p256');
		const pem = await encryptedPrivateKeyPem(pkcs8, passphrase, randomBytes);

		expect(() => createPrivateKey({key: pem, passphrase: `${passphrase} `})).toThrow();
	});

	test('is not made with an empty passphrase', async () => {
		const {pkcs8} = await generateKey('p256');

		await expect(encryptedPrivateKeyPem(pkcs8, '', randomBytes)).rejects.toMatchObject({code: 'PASSPHRASE_EMPTY'});
	});
});

test('a key that is not encrypted is PKCS#8 as Node writes it', async () => {
	const {pkcs8, toKeyObject} = await generateKey('p384');

	expect(privateKeyPem(pkcs8)).toBe(toKeyObject().export({type: 'pkcs8', format: 'pem'}));
});
