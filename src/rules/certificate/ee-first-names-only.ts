import {decodedValue} from '../../pki/certificate/certificate.ts';
import type {CertificateInRole} from '../certificate-in-role.ts';
import {userGuide} from '../citation.ts';
import {defineRule, type Shortcoming} from '../rule.ts';

const MAPPED = [
	['dns', 'DNS names'],
	['uri', 'URIs'],
	['directoryName', 'directory names'],
] as const;

export default defineRule<CertificateInRole>({
	id: 'ee-first-names-only',
	severity: 'notice',
	title: 'An end-entity certificate has at most one alternative name of each kind that becomes a session tag.',
	why: 'Only the first DNS name, URI and directory name become session tags, so policies cannot compare the others.',
	fix: 'Put the name that policies compare first of its kind.',
	source: userGuide('attribute-mapping', 'Certificate attribute mapping', '2026-11-22', ['TAG-04', 'EE-12']),
	examples: {
		fails: 'subjectAltName = DNS:host.example.com, DNS:other.example.com',
		passes: 'subjectAltName = DNS:host.example.com',
	},
	appliesTo: ({role}) => role === 'end-entity',
	check({certificate: {subjectAlternativeName}}) {
		const names = decodedValue(subjectAlternativeName) ?? [];
		return MAPPED.flatMap(([kind, words]): Shortcoming[] => {
			const count = names.filter(name => name.kind === kind).length;
			return count > 1
				? [
						{
							at: 'extensions.subjectAlternativeName',
							message: `Of its ${count} ${words} the first alone becomes a tag.`,
						},
					]
				: [];
		});
	},
});
