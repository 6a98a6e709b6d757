import {isSessionTag} from '../../aws/session-tag.ts';
import type {CertificateInRole} from '../certificate-in-role.ts';
import {stsApi} from '../citation.ts';
import {quoted} from '../quoted.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'issuer-tag-characters',
	severity: 'warning',
	title: 'Every attribute of the subject of an issuer can become a session tag.',
	why: 'It becomes the tag x509Issuer of every session whose certificate this issuer signed; denials were reported where it cannot.',
	fix: 'Make the issuer with letters, digits, blanks and _ . : / = + - @ in its subject, or remove the mapping x509Issuer from the profile.',
	source: stsApi('Tag', '2026-11-22', ['TAG-05', 'TAG-06', 'TAG-07']),
	examples: {
		fails: 'role = anchor\nsubject = CN=Research & Development',
		passes: 'role = anchor\nsubject = CN=Research and Development',
	},
	appliesTo: ({role}) => role !== 'end-entity',
	check: ({certificate: {subject}}) =>
		subject.rdns
			.flat()
			.flatMap(({shortName, value}) =>
				shortName === undefined || isSessionTag(shortName, value)
					? []
					: [{at: `subject.${shortName}`, message: `${shortName} ${quoted(value)} cannot become a session tag.`}],
			),
});
