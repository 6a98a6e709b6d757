import {isSessionTag} from '../../aws/session-tag.ts';
import {decodedValue} from '../../pki/certificate/certificate.ts';
import type {DistinguishedName} from '../../pki/names/names.ts';
import type {CertificateInRole} from '../certificate-in-role.ts';
import {stsApi} from '../citation.ts';
import {quoted} from '../quoted.ts';
import {defineRule, type Shortcoming} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'ee-tag-characters',
	severity: 'warning',
	title: 'Every attribute that becomes a session tag by default can become one.',
	why: 'An attribute that STS does not take leaves no tag, and a policy that compares it denies; denials were reported for such certificates.',
	fix: 'Issue it again without the character, or remove the mapping of that attribute from the profile.',
	source: stsApi('Tag', '2026-11-22', ['TAG-04', 'TAG-05', 'TAG-06', 'TAG-07', 'EE-11']),
	examples: {
		fails: 'subject = CN=host,O=Research & Development',
		passes: 'subject = CN=host,O=Research and Development',
	},
	appliesTo: ({role}) => role === 'end-entity',
	check({certificate: {subject, issuer, subjectAlternativeName}}) {
		const names = decodedValue(subjectAlternativeName) ?? [];
		const firsts = (['dns', 'uri'] as const).flatMap(kind => names.find(name => name.kind === kind) ?? []);
		return [
			...untaggable('subject', subject).filter(({at}) => at !== 'subject.CN'),
			...untaggable('issuer', issuer),
			...firsts.flatMap(name =>
				name.kind === 'directoryName' || name.kind === 'other' || isWildcard(name.value)
					? []
					: untaggableValue('extensions.subjectAlternativeName', name.kind.toUpperCase(), name.value),
			),
		];
	},
});

/** Those have a rule of their own. */
function isWildcard(name: string): boolean {
	return name.startsWith('*.');
}

/** Values of one type are joined by a slash, so their lengths add up (fact sheet, TAG-02). */
function untaggable(place: string, name: DistinguishedName): readonly Shortcoming[] {
	const byType = new Map<string, string>();
	for (const {shortName, value} of name.attributes) {
		if (shortName !== undefined) {
			const before = byType.get(shortName);
			byType.set(shortName, before === undefined ? value : `${before}/${value}`);
		}
	}

	const shortcomings: Shortcoming[] = [];
	for (const [type, value] of byType) {
		shortcomings.push(...untaggableValue(`${place}.${type}`, type, value));
	}

	return shortcomings;
}

const NONE: readonly Shortcoming[] = [];

function untaggableValue(at: string, type: string, value: string): readonly Shortcoming[] {
	return isSessionTag(type, value) ? NONE : [{at, message: `${type} ${quoted(value)} cannot become a session tag.`}];
}
