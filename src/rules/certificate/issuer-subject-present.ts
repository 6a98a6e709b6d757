import type {CertificateInRole} from '../certificate-in-role.ts';
import {rfc5280} from '../citation.ts';
import {MAKE_NEW_ISSUER} from '../remedies.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'issuer-subject-present',
	severity: 'error',
	title: 'The certificate of an issuer has a subject.',
	why: 'What it signs names its issuer by this subject.',
	fix: `Make the issuer again with a subject: ${MAKE_NEW_ISSUER}`,
	source: rfc5280('4.1.2.6', '2026-11-22', ['CA-18']),
	examples: {fails: 'role = issuer\nsubject =', passes: 'role = issuer\nsubject = CN=Example Issuer'},
	appliesTo: ({role}) => role !== 'end-entity',
	check: ({certificate: {subject}}) => (subject.isEmpty ? [{at: 'subject', message: 'The subject is empty.'}] : []),
});
