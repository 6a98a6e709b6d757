import type {CertificateInRole} from '../certificate-in-role.ts';
import {userGuide} from '../citation.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'ee-ml-dsa',
	severity: 'notice',
	title: 'An ML-DSA key is used with a signer that knows it.',
	why: 'The service takes ML-DSA since February 2026, and the official helper since 1.8.0; older signers fail.',
	fix: 'Use the official helper 1.8.0 or later, or an EC key.',
	source: userGuide('document-history', 'Document history', '2026-11-22', ['CA-12', 'EE-07']),
	examples: {fails: 'publicKey = ML-DSA-65', passes: 'key = p256'},
	appliesTo: ({role}) => role === 'end-entity',
	check: ({certificate: {publicKey}}) =>
		publicKey.kind === 'ml-dsa'
			? [{at: 'publicKey', message: `The key is of the kind ${publicKey.algorithm.name ?? 'ML-DSA'}.`}]
			: [],
});
