import type {CertificateInRole} from '../certificate-in-role.ts';
import {userGuide} from '../citation.ts';
import {quoted} from '../quoted.ts';
import {defineRule, type Shortcoming} from '../rule.ts';

const AT = 'subject';

export default defineRule<CertificateInRole>({
	id: 'ee-recognised-attributes',
	severity: 'warning',
	title: 'The subject of an end-entity certificate is made of attributes that have names.',
	why: 'Only attributes that the service recognises become session tags by default, and its list is not published; one without a registered name hardly is on it.',
	fix: 'Issue it again with CN, O, OU, C, ST or L, or map the attribute by its number: aws rolesanywhere put-attribute-mapping',
	source: userGuide('attribute-mapping', 'Certificate attribute mapping', '2026-11-22', ['TAG-03', 'TAG-08']),
	examples: {fails: 'subject = 1.2.3.4=host', passes: 'subject = CN=host'},
	appliesTo: ({role}) => role === 'end-entity',
	check({certificate: {subject}}) {
		const unnamed = subject.attributes.filter(({shortName}) => shortName === undefined).map(({oid}) => oid);
		if (unnamed.length > 0 && unnamed.length === subject.attributes.length) {
			return [{at: AT, message: 'Every attribute of the subject is without a registered name.'}];
		}

		return [...new Set(unnamed)].map(
			(oid): Shortcoming => ({
				at: AT,
				severity: 'notice',
				message: `The subject has the attribute ${quoted(oid)}, which is without a registered name.`,
			}),
		);
	},
});
