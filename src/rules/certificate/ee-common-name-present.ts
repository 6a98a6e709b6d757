import type {CertificateInRole} from '../certificate-in-role.ts';
import {userGuide} from '../citation.ts';
import {REQUEST_AGAIN} from '../remedies.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'ee-common-name-present',
	severity: 'warning',
	title: 'The subject of an end-entity certificate has a common name.',
	why: 'Without one the source identity is made from the serial number, and policies cannot compare x509Subject/CN.',
	fix: `Issue it again with CN= in its subject, unless your policies use other attributes: ${REQUEST_AGAIN}`,
	source: userGuide('trust-model', 'Source identity', '2026-11-22', ['EE-09', 'SID-03']),
	examples: {fails: 'subject = O=Example', passes: 'subject = CN=host.example.com,O=Example'},
	appliesTo: ({role}) => role === 'end-entity',
	check: ({certificate: {subject}}) =>
		subject.isEmpty || subject.all('CN').some(name => name !== '')
			? []
			: [{at: 'subject', message: 'The subject has no common name.'}],
});
