import {findSignatureAlgorithm} from '../../pki/path/signature-algorithm.ts';
import {printable} from '../../printable.ts';
import {userGuide} from '../citation.ts';
import type {CrlToImport} from '../crl-to-import.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CrlToImport>({
	id: 'crl-signature-algorithm',
	severity: 'warning',
	title: 'The list is signed with SHA-256 or stronger.',
	why: 'The service demands it of certificates; of lists the documentation does not speak, and a weak signature proves nothing.',
	fix: 'Make the list again with a current hash: openssl ca -gencrl -md sha256',
	source: userGuide('trust-model', 'Signature validation', '2026-11-22', ['CRL-05', 'EE-06']),
	examples: {fails: 'signature = sha1', passes: 'signature = sha256'},
	appliesTo: () => true,
	check({crl}) {
		const how = findSignatureAlgorithm(crl.signatureAlgorithm);
		return 'refusedBecause' in how
			? [{at: 'signatureAlgorithm', message: `The list is signed ${printable(how.refusedBecause)}.`}]
			: [];
	},
});
