import type {CertificateInRole} from '../certificate-in-role.ts';
import {userGuide} from '../citation.ts';
import {UNTRUSTED_SIGNING_CERTIFICATE} from '../refusals.ts';
import {defineRule} from '../rule.ts';
import {weakSignature} from '../signature-strength.ts';

export default defineRule<CertificateInRole>({
	id: 'issuer-signature-algorithm',
	severity: 'error',
	title: 'The certificate of an issuer is signed with SHA-256 or stronger.',
	why: 'The service rejects MD5 and SHA-1, and names RSA, ECDSA and ML-DSA alone.',
	fix: 'Issue it again with SHA-256 or stronger, by an issuer with an RSA or EC key.',
	source: userGuide('trust-model', 'Signature validation', '2026-11-22', ['CA-08', 'EE-06', 'ERR-01']),
	refusal: UNTRUSTED_SIGNING_CERTIFICATE,
	examples: {fails: 'role = issuer\nsignature = sha1', passes: 'role = issuer\nsignature = sha256'},
	appliesTo: ({role}) => role === 'issuer',
	check: weakSignature,
});
