import type {CertificateInRole} from '../certificate-in-role.ts';
import {userGuide} from '../citation.ts';
import {MAKE_ISSUER_AGAIN} from '../remedies.ts';
import {defineRule} from '../rule.ts';
import {weakSignature} from '../signature-strength.ts';

export default defineRule<CertificateInRole>({
	id: 'anchor-signature-algorithm',
	severity: 'error',
	title: "A trust anchor's certificate is signed with SHA-256 or stronger.",
	why: 'The service rejects MD5 and SHA-1, and names RSA, ECDSA and ML-DSA alone. Being self-signed is no exception.',
	fix: `Make it again with SHA-256 or stronger, by an RSA or EC key: ${MAKE_ISSUER_AGAIN}`,
	source: userGuide('trust-model', 'Signature validation', '2026-11-22', ['CA-08']),
	examples: {fails: 'role = anchor\nsignature = sha1', passes: 'role = anchor\nsignature = sha256'},
	appliesTo: ({role}) => role === 'anchor',
	check: weakSignature,
});
