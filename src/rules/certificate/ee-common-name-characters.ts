import type {CertificateInRole} from '../certificate-in-role.ts';
import {stsApi} from '../citation.ts';
import {foreignCharacters} from '../common-name-characters.ts';
import {quoted} from '../quoted.ts';
import {defineRule, type Shortcoming} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'ee-common-name-characters',
	severity: 'error',
	title: 'The common name of an end-entity certificate holds only characters that STS takes.',
	why: 'The source identity and the session tag CN are made from it; with other characters no session is made, or the tag is left out.',
	fix: 'Issue it again with a common name of letters, digits and _ . = @ + -',
	source: stsApi('AssumeRole', '2026-11-22', ['EE-11', 'TAG-05', 'TAG-07']),
	examples: {fails: 'subject = CN=host (old)', passes: 'subject = CN=host-old'},
	appliesTo: ({role}) => role === 'end-entity',
	check({certificate: {subject}}) {
		return subject.all('CN').flatMap((name): Shortcoming[] => {
			const at = 'subject.CN';
			const foreign = foreignCharacters(name);
			if (foreign.length > 0) {
				return [{at, message: `The common name ${quoted(name)} holds ${foreign.map(quoted).join(' ')}.`}];
			}

			const doubtful = [...new Set(name.match(/[^\w+=.@-]/gu) ?? [])].map(quoted).join(' ');
			return doubtful === ''
				? []
				: [
						{
							at,
							severity: 'warning',
							message: `The common name ${quoted(name)} holds ${doubtful}, which session tags take and the source identity may not.`,
						},
					];
		});
	},
});
