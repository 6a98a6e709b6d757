import {decodedValue} from '../../pki/certificate/certificate.ts';
import type {CertificateInRole} from '../certificate-in-role.ts';
import {rfc5280} from '../citation.ts';
import {MAKE_ISSUER_AGAIN} from '../remedies.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'issuer-crl-sign',
	severity: 'notice',
	title: 'The key of an issuer may sign revocation lists.',
	why: 'Only an imported revocation list takes a certificate back, and one signed without that permission counts for nothing. No session needs it.',
	fix: `Nothing needs doing unless you will revoke; then make the issuer again: ${MAKE_ISSUER_AGAIN}`,
	source: rfc5280('4.2.1.3', '2026-11-22', ['CA-05', 'CRL-05']),
	examples: {
		fails: 'role = issuer\nkeyUsage = critical, keyCertSign',
		passes: 'role = issuer\nkeyUsage = critical, keyCertSign, cRLSign',
	},
	appliesTo: ({role}) => role !== 'end-entity',
	check({certificate}) {
		const usages = decodedValue(certificate.keyUsage);
		return usages?.includes('keyCertSign') && !usages.includes('cRLSign')
			? [{at: 'extensions.keyUsage', message: 'keyUsage leaves out cRLSign.'}]
			: [];
	},
});
