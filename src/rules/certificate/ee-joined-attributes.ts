import type {CertificateInRole} from '../certificate-in-role.ts';
import {userGuide} from '../citation.ts';
import {quoted} from '../quoted.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'ee-joined-attributes',
	severity: 'notice',
	title: 'The subject of an end-entity certificate has each attribute once.',
	why: 'Several values of one type become one session tag, joined by slashes, and policies must compare the joined value.',
	fix: 'Compare the joined value in the trust policy, or issue it again with one value of the type.',
	source: userGuide('attribute-mapping', 'Certificate attribute mapping', '2026-11-22', ['TAG-02']),
	examples: {
		fails: 'subject = CN=host.example.com,OU=Security,OU=Engineering',
		passes: 'subject = CN=host.example.com,OU=Engineering',
	},
	appliesTo: ({role}) => role === 'end-entity',
	check({certificate: {subject}}) {
		const seen = new Set<string>();
		const repeated = new Set<string>();
		for (const {shortName} of subject.attributes) {
			if (shortName !== undefined && shortName !== 'CN') {
				(seen.has(shortName) ? repeated : seen).add(shortName);
			}
		}

		return [...repeated].map(type => {
			const values = subject.all(type);
			const message = `The session tag x509Subject/${type} will be ${quoted(values.join('/'))}, joined from ${values.length} values.`;
			return {at: `subject.${type}`, message};
		});
	},
});
