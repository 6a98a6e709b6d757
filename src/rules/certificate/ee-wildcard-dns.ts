import {decodedValue} from '../../pki/certificate/certificate.ts';
import type {CertificateInRole} from '../certificate-in-role.ts';
import {stsApi} from '../citation.ts';
import {quoted} from '../quoted.ts';
import {defineRule, type Shortcoming} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'ee-wildcard-dns',
	severity: 'warning',
	title: 'The DNS names of an end-entity certificate are no wildcards.',
	why: 'A session tag cannot hold an asterisk, so the name leaves no tag for policies to compare.',
	fix: 'Issue it again with the full name of the host.',
	source: stsApi('Tag', '2026-11-22', ['EE-12', 'TAG-04']),
	examples: {fails: 'subjectAltName = DNS:*.example.com', passes: 'subjectAltName = DNS:host.example.com'},
	appliesTo: ({role}) => role === 'end-entity',
	check({certificate: {subjectAlternativeName}}) {
		const names = (decodedValue(subjectAlternativeName) ?? []).filter(({kind}) => kind === 'dns');
		return names.flatMap((name, index): Shortcoming[] =>
			name.kind === 'dns' && name.value.startsWith('*.')
				? [
						{
							at: 'extensions.subjectAlternativeName',
							message: `The DNS name ${quoted(name.value)} is a wildcard.`,
							...(index > 0 && {severity: 'notice'}),
						},
					]
				: [],
		);
	},
});
