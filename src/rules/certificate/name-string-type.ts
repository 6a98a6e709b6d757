import {tags} from '../../pki/der/der.ts';
import type {DistinguishedName} from '../../pki/names/names.ts';
import type {CertificateInRole} from '../certificate-in-role.ts';
import {rfc5280} from '../citation.ts';
import {defineRule, type Shortcoming} from '../rule.ts';

const OLD: ReadonlyMap<number, string> = new Map([
	[tags.teletexString, 'TeletexString'],
	[tags.universalString, 'UniversalString'],
	[tags.bmpString, 'BMPString'],
]);

export default defineRule<CertificateInRole>({
	id: 'name-string-type',
	severity: 'warning',
	title: 'Subject and issuer are written as PrintableString or UTF8String.',
	why: 'RFC 5280 leaves the older types to names that were already in use. Readers disagree on their letters, so a session tag may not be what it seems.',
	fix: 'Issue it again with string_mask = utf8only in the configuration of openssl, or with a current tool.',
	source: rfc5280('4.1.2.4', '2026-11-22', ['EE-15']),
	examples: {
		fails: '# A BMPString\nsubject = DER:30133111300f06035504031e080068006f00730074',
		passes: '# A UTF8String\nsubject = DER:300f310d300b06035504030c04686f7374',
	},
	appliesTo: () => true,
	check: ({certificate: {subject, issuer}}) => [...oldTypes('subject', subject), ...oldTypes('issuer', issuer)],
});

function oldTypes(place: string, {attributes}: DistinguishedName): readonly Shortcoming[] {
	return attributes
		.filter(({tag}) => OLD.has(tag))
		.map(({tag, shortName, oid}) => {
			const name = shortName ?? oid.slice(0, 64);
			return {at: `${place}.${name}`, message: `${name} is a ${OLD.get(tag)}.`};
		});
}
