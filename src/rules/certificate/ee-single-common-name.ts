import type {CertificateInRole} from '../certificate-in-role.ts';
import {userGuide} from '../citation.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'ee-single-common-name',
	severity: 'notice',
	title: 'The subject of an end-entity certificate has one common name.',
	why: 'Which of several becomes the source identity is not documented; the session tag joins them with slashes.',
	fix: 'Issue it again with one CN in its subject.',
	source: userGuide('trust-model', 'Source identity', '2026-11-22', ['SID-01', 'TAG-02']),
	examples: {fails: 'subject = CN=host,CN=other', passes: 'subject = CN=host'},
	appliesTo: ({role}) => role === 'end-entity',
	check({certificate: {subject}}) {
		const count = subject.all('CN').length;
		return count > 1 ? [{at: 'subject', message: `The subject has ${count} common names.`}] : [];
	},
});
