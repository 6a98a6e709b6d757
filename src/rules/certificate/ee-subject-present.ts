import type {CertificateInRole} from '../certificate-in-role.ts';
import {userGuide} from '../citation.ts';
import {INSUFFICIENT_CERTIFICATE} from '../refusals.ts';
import {REQUEST_AGAIN} from '../remedies.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'ee-subject-present',
	severity: 'error',
	title: 'An end-entity certificate has a subject.',
	why: 'The service keeps its record of each workload under the subject; an empty one is not supported, even with a critical alternative name.',
	fix: `Issue it again with a subject, such as CN=host.example.com, beginning with the request: ${REQUEST_AGAIN}`,
	source: userGuide('trust-model', 'Signature validation', '2026-11-22', ['EE-08', 'ERR-02']),
	refusal: INSUFFICIENT_CERTIFICATE,
	examples: {fails: 'subject =', passes: 'subject = CN=host.example.com'},
	appliesTo: ({role}) => role === 'end-entity',
	check: ({certificate: {subject}}) => (subject.isEmpty ? [{at: 'subject', message: 'The subject is empty.'}] : []),
});
