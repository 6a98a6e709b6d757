import {decodedValue} from '../../pki/certificate/certificate.ts';
import {keyPurposeOids} from '../../pki/der/oids.ts';
import type {CertificateInRole} from '../certificate-in-role.ts';
import {rfc5280} from '../citation.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'issuer-extended-key-usage',
	severity: 'warning',
	title: 'The extendedKeyUsage of an issuer, if there is one, allows clientAuth.',
	why: 'Many verifiers take it as a limit on everything below the issuer; whether the service does is not documented.',
	fix: 'Have the issuer certified again with clientAuth, or without extendedKeyUsage.',
	source: rfc5280('4.2.1.12', '2026-11-22', ['EE-05', 'EE-16']),
	examples: {
		fails: 'role = issuer\nextendedKeyUsage = serverAuth',
		passes: 'role = issuer\nextendedKeyUsage = serverAuth, clientAuth',
	},
	appliesTo: ({role}) => role !== 'end-entity',
	check({certificate}) {
		const purposes = decodedValue(certificate.extendedKeyUsage);
		return !purposes || purposes.includes(keyPurposeOids.clientAuth) || purposes.includes(keyPurposeOids.any)
			? []
			: [{at: 'extensions.extendedKeyUsage', message: 'extendedKeyUsage allows neither clientAuth nor any purpose.'}];
	},
});
