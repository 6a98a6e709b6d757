import type {CertificateInRole} from '../certificate-in-role.ts';
import {userGuide} from '../citation.ts';
import {INSUFFICIENT_CERTIFICATE} from '../refusals.ts';
import {SIGN_AGAIN} from '../remedies.ts';
import {defineRule} from '../rule.ts';
import {weakSignature} from '../signature-strength.ts';

export default defineRule<CertificateInRole>({
	id: 'ee-signature-algorithm',
	severity: 'error',
	title: 'An end-entity certificate is signed with SHA-256 or stronger.',
	why: 'The service rejects MD5 and SHA-1, and names RSA, ECDSA and ML-DSA alone.',
	fix: `Issue it again with SHA-256 or stronger, by an issuer with an RSA or EC key: ${SIGN_AGAIN}`,
	source: userGuide('trust-model', 'Signature validation', '2026-11-22', ['EE-06', 'ERR-02']),
	refusal: INSUFFICIENT_CERTIFICATE,
	examples: {fails: 'signature = sha1', passes: 'signature = sha256'},
	appliesTo: ({role}) => role === 'end-entity',
	check: weakSignature,
});
