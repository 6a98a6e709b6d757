import {MAX_SESSION_TAGS} from '../../aws/session-tag.ts';
import {decodedValue} from '../../pki/certificate/certificate.ts';
import type {DistinguishedName} from '../../pki/names/names.ts';
import type {CertificateInRole} from '../certificate-in-role.ts';
import {stsApi} from '../citation.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'ee-tag-count',
	severity: 'error',
	title: 'An end-entity certificate makes no more session tags than STS takes.',
	why: 'A session can have 50 tags, and by default every named attribute of subject, issuer and alternative names becomes one.',
	fix: 'Issue it again with fewer kinds of attributes, or map fewer in the profile: aws rolesanywhere put-attribute-mapping',
	source: stsApi('AssumeRole', '2026-11-22', ['TAG-01', 'TAG-05']),
	examples: {
		fails:
			'subject = every named attribute\nissuer = every named attribute\nsubjectAltName = dirName:every named attribute',
		passes: 'subject = CN=host.example.com,O=Example',
	},
	appliesTo: ({role}) => role === 'end-entity',
	check({certificate: {subject, issuer, subjectAlternativeName}}) {
		const kinds = new Set<string>();
		let count = countTypes(subject) + countTypes(issuer);
		for (const name of decodedValue(subjectAlternativeName) ?? []) {
			if (MAPPED.has(name.kind) && !kinds.has(name.kind)) {
				kinds.add(name.kind);
				count += name.kind === 'directoryName' ? countTypes(name.value) : 1;
			}
		}

		return count > MAX_SESSION_TAGS ? [{at: 'subject', message: `It makes ${count} session tags.`}] : [];
	},
});

/** Kinds of alternative names of which the first is mapped. */
const MAPPED: ReadonlySet<string> = new Set(['dns', 'uri', 'directoryName']);

function countTypes({attributes}: DistinguishedName): number {
	const types = new Set<string>();
	for (const {shortName} of attributes) {
		if (shortName !== undefined) {
			types.add(shortName);
		}
	}

	return types.size;
}
