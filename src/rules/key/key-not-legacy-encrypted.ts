import {userGuide} from '../citation.ts';
import type {KeyInFile} from '../key-in-file.ts';
import {defineRule} from '../rule.ts';

export default defineRule<KeyInFile>({
	id: 'key-not-legacy-encrypted',
	severity: 'error',
	title: 'A private key is not encrypted in the way of RFC 1421.',
	why: 'The official helper answers "unable to parse private key" to Proc-Type: 4,ENCRYPTED, and its key derivation is one round of MD5.',
	fix: 'Encrypt it as PKCS#8: openssl pkcs8 -topk8 -v2 aes-256-cbc -in FILE -out FILE.new',
	source: userGuide('credential-helper', 'Credential helper', '2026-11-22', ['KEY-03']),
	examples: {fails: 'form = legacy', passes: 'form = encrypted'},
	appliesTo: () => true,
	check: ({item}) =>
		item.kind === 'legacy-encrypted-private-key'
			? [{at: '', message: 'The key is encrypted in the old way of OpenSSL (Proc-Type: 4,ENCRYPTED).'}]
			: [],
});
