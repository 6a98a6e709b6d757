import {userGuide} from '../citation.ts';
import type {KeyInFile} from '../key-in-file.ts';
import {defineRule} from '../rule.ts';

const CIPHERS: ReadonlySet<string> = new Set(['aes-128-cbc', 'aes-192-cbc', 'aes-256-cbc']);
const HASHES: ReadonlySet<string> = new Set(['sha1', 'sha256', 'sha384', 'sha512']);

export default defineRule<KeyInFile>({
	id: 'key-encryption',
	severity: 'error',
	title: 'An encrypted private key is protected with PBES2, AES in CBC mode, and PBKDF2 or scrypt.',
	why: 'The official helper reads no other encryption of PKCS#8.',
	fix: 'Encrypt it anew: openssl pkcs8 -topk8 -v2 aes-256-cbc -in FILE -out FILE.new',
	source: userGuide('credential-helper', 'Credential helper', '2026-11-22', ['KEY-04']),
	examples: {fails: 'form = encrypted\ncipher = PBE-SHA1-3DES', passes: 'form = encrypted'},
	appliesTo: ({item}) => item.kind === 'encrypted-private-key',
	check: ({facts: {encryption}}) => {
		if (!encryption) {
			return [{at: '', message: 'How the key is encrypted cannot be read.'}];
		}

		const {scheme, cipher, derivation, hash} = encryption;
		if (scheme !== 'PBES2' || !CIPHERS.has(cipher)) {
			return [{at: '', message: `The key is encrypted with ${cipher}.`}];
		}

		if (derivation === 'other' || (hash !== undefined && !HASHES.has(hash))) {
			return [{at: '', message: `The key is derived from the passphrase with ${hash ?? 'another function'}.`}];
		}

		return hash === 'sha1'
			? [
					{
						at: '',
						severity: 'warning',
						message: 'The key is derived with HMAC-SHA1, which the helper reads from version 1.8.0 on.',
					},
				]
			: [];
	},
});
