import {createCipheriv, pbkdf2} from 'node:crypto';
import {promisify} from 'node:util';
import {ExpectedError} from '../../errors.ts';
import {integer, nothing, objectIdentifier, octetString, sequence} from '../der/der-writer.ts';
import {encodePem} from '../intake/pem.ts';

/** What OWASP asks of PBKDF2-HMAC-SHA256; a quarter of a second here, and every guess costs as much. */
export const PBKDF2_ROUNDS = 600_000;

const pbes2 = objectIdentifier('1.2.840.113549.1.5.13');
const pbkdf2Identifier = objectIdentifier('1.2.840.113549.1.5.12');
const hmacWithSha256 = sequence(objectIdentifier('1.2.840.113549.2.9'), nothing);
const aes256Cbc = objectIdentifier('2.16.840.1.101.3.4.1.42');

/** A PKCS#8 key as PEM, not encrypted. */
export function privateKeyPem(pkcs8: Uint8Array): string {
	return encodePem('PRIVATE KEY', pkcs8);
}

/**
 * A PKCS#8 key as PEM, encrypted with PBES2: PBKDF2-HMAC-SHA256 and AES-256-CBC (RFC 8018, 6.2 and appendix A).
 * OpenSSL, Node and the official helper read it (KEY-04). Node's own encryption stops at 2048 rounds.
 *
 * @param passphrase - Its UTF-8 bytes count.
 * @param random - Cryptographically strong.
 * @throws {ExpectedError} `PASSPHRASE_EMPTY`
 */
export async function encryptedPrivateKeyPem(
	pkcs8: Uint8Array,
	passphrase: string,
	random: (count: number) => Uint8Array,
): Promise<string> {
	if (passphrase === '') {
		throw new ExpectedError('PASSPHRASE_EMPTY', 'The passphrase for the new key is empty.', {
			next: ['Choose one that nobody guesses; --no-passphrase leaves the key unencrypted'],
		});
	}

	const [salt, vector] = [random(16), random(16)];
	const key = await promisify(pbkdf2)(passphrase, salt, PBKDF2_ROUNDS, 32, 'sha256');
	const cipher = createCipheriv('aes-256-cbc', key, vector);
	const encrypted = Buffer.concat([cipher.update(pkcs8), cipher.final()]);
	const derivation = sequence(
		pbkdf2Identifier,
		sequence(octetString(salt), integer(PBKDF2_ROUNDS), integer(32), hmacWithSha256),
	);
	const scheme = sequence(pbes2, sequence(derivation, sequence(aes256Cbc, octetString(vector))));
	return encodePem('ENCRYPTED PRIVATE KEY', sequence(scheme, octetString(encrypted)));
}
