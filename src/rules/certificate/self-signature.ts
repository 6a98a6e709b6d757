import {decodedValue} from '../../pki/certificate/certificate.ts';
import {findSignatureAlgorithm} from '../../pki/path/signature-algorithm.ts';
import {isSignedBy, keyProblem} from '../../pki/path/verify-signature.ts';
import type {CertificateInRole} from '../certificate-in-role.ts';
import {rfc5280} from '../citation.ts';
import {MAKE_ISSUER_AGAIN} from '../remedies.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'self-signature',
	severity: 'warning',
	title: 'A trust anchor that names itself as its issuer is signed by its own key.',
	why: 'Otherwise it was altered after it was signed, or another certificate stands above it. Verifiers need not look, so nobody else may tell.',
	fix: `Register the certificate as its maker published it, or make it again: ${MAKE_ISSUER_AGAIN}`,
	source: rfc5280('3.2', '2026-11-22', ['CA-14', 'CA-18']),
	examples: {fails: 'role = anchor\nsignature = broken', passes: 'role = anchor\nsignature = sha256'},
	appliesTo: ({role, certificate}) => role === 'anchor' && certificate.isSelfIssued,
	check({certificate}) {
		const authority = decodedValue(certificate.authorityKeyIdentifier)?.keyIdentifier;
		const isOwnKey = authority === undefined || authority === decodedValue(certificate.subjectKeyIdentifier);
		const how = findSignatureAlgorithm(certificate.signatureAlgorithm);
		const canVerify = isOwnKey && !('refusedBecause' in how) && keyProblem(certificate.publicKey) === undefined;
		return !canVerify || isSignedBy(certificate, certificate.publicKey, how)
			? []
			: [{at: 'signature', message: 'Its own key did not sign it.'}];
	},
});
