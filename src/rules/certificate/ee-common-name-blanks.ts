import type {CertificateInRole} from '../certificate-in-role.ts';
import {stsApi} from '../citation.ts';
import {quoted} from '../quoted.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'ee-common-name-blanks',
	severity: 'warning',
	title: 'The common name of an end-entity certificate has no blanks at its ends, nor two in a row.',
	why: 'Policies compare the common name letter by letter, and nobody sees such a blank in what they copied it from.',
	fix: 'Issue it again without the surplus blanks.',
	source: stsApi('Tag', '2026-11-22', ['IAM-08', 'EE-11']),
	examples: {fails: 'subject = CN=build  host', passes: 'subject = CN=build host'},
	appliesTo: ({role}) => role === 'end-entity',
	check: ({certificate: {subject}}) =>
		subject
			.all('CN')
			.filter(name => /^\p{Z}|\p{Z}$|\p{Z}{2}/u.test(name))
			.map(name => ({at: 'subject.CN', message: `The common name ${quoted(name)} has surplus blanks.`})),
});
