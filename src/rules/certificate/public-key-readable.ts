import type {CertificateInRole} from '../certificate-in-role.ts';
import {rfc} from '../citation.ts';
import {REQUEST_AGAIN} from '../remedies.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'public-key-readable',
	severity: 'error',
	title: 'The public key is written as its kind prescribes.',
	why: 'A key that cannot be read verifies no signature.',
	fix: `Make a new key with a current tool, and have a certificate issued for it: ${REQUEST_AGAIN}`,
	source: rfc(3279, '2.3', '2026-11-22', ['CA-11', 'EE-07']),
	examples: {
		fails: '# An EC key that names no curve\npublicKey = DER:300f300906072a8648ce3d020103020004',
		passes: 'key = p256',
	},
	appliesTo: () => true,
	check({certificate: {publicKey}}) {
		return publicKey.problem
			? [{at: 'publicKey', message: `The public key cannot be read: ${publicKey.problem.message}.`}]
			: [];
	},
});
