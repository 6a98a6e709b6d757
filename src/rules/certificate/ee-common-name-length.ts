import type {CertificateInRole} from '../certificate-in-role.ts';
import {userGuide} from '../citation.ts';
import {quoted} from '../quoted.ts';
import {defineRule, type Shortcoming} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'ee-common-name-length',
	severity: 'error',
	title: 'The common name of an end-entity certificate has at most 64 characters, better 61.',
	why: 'X.520 and STS end at 64 characters; from 62 on the source identity loses its prefix CN=, which policies then must leave out.',
	fix: 'Issue it again with a common name of at most 61 characters.',
	source: userGuide('trust-model', 'Source identity', '2026-11-22', ['EE-10', 'SID-01', 'SID-02']),
	examples: {
		fails: 'subject = CN=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
		passes: 'subject = CN=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
	},
	appliesTo: ({role}) => role === 'end-entity',
	check({certificate: {subject}}) {
		return subject.all('CN').flatMap((name): Shortcoming[] => {
			const {length} = name;
			if (length <= 61) {
				return [];
			}

			const at = 'subject.CN';
			return length > 64
				? [{at, message: `The common name ${quoted(name)} has ${length} characters.`}]
				: [{at, severity: 'notice', message: `The source identity will be ${quoted(name)}, without CN= before it.`}];
		});
	},
});
