import type {CertificateInRole} from '../certificate-in-role.ts';
import {rfc5280} from '../citation.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'issuer-name-present',
	severity: 'error',
	title: 'A certificate names its issuer.',
	why: 'The chain to the trust anchor is found by the name of the issuer.',
	fix: 'Issue it again from an issuer that has a subject.',
	source: rfc5280('4.1.2.4', '2026-11-22', ['EE-15']),
	examples: {fails: 'issuer =', passes: 'issuer = CN=Example Issuer'},
	appliesTo: () => true,
	check: ({certificate: {issuer}}) =>
		issuer.isEmpty ? [{at: 'issuer', message: 'The name of the issuer is empty.'}] : [],
});
