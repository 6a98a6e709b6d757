import type {CertificateInRole} from '../certificate-in-role.ts';
import {userGuide} from '../citation.ts';
import {quoted} from '../quoted.ts';
import {defineRule, type Shortcoming} from '../rule.ts';

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
		const types = new Set(subject.rdns.flat().flatMap(({shortName}) => shortName ?? []));
		return [...types].flatMap((type): Shortcoming[] => {
			const values = type === 'CN' ? [] : subject.all(type);
			const message = `The session tag x509Subject/${type} will be ${quoted(values.join('/'))}, joined from ${values.length} values.`;
			return values.length > 1 ? [{at: `subject.${type}`, message}] : [];
		});
	},
});
