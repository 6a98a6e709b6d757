import type {CertificateInRole} from '../certificate-in-role.ts';
import {rfc5280} from '../citation.ts';
import {MAKE_ISSUER_AGAIN} from '../remedies.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'issuer-subject-key-identifier',
	severity: 'warning',
	title: 'The certificate of an issuer identifies its key.',
	why: 'Two issuers with one name, such as before and after a renewal, are told apart by this identifier alone.',
	fix: `Make it again with subjectKeyIdentifier: ${MAKE_ISSUER_AGAIN}`,
	source: rfc5280('4.2.1.2', '2026-11-22', ['CA-17', 'CA-18']),
	examples: {
		fails: 'role = issuer\nsubjectKeyIdentifier = absent',
		passes: 'role = issuer\nsubjectKeyIdentifier = 0102',
	},
	appliesTo: ({role}) => role !== 'end-entity',
	check: ({certificate: {subjectKeyIdentifier}}) =>
		subjectKeyIdentifier.state === 'absent'
			? [{at: 'extensions.subjectKeyIdentifier', message: 'There is no subjectKeyIdentifier extension.'}]
			: [],
});
