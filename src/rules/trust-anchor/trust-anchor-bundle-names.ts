import {Certificate} from '../../pki/certificate/certificate.ts';
import {areSameBytes} from '../../pki/der/der-values.ts';
import type {AnchorBundle} from '../anchor-bundle.ts';
import {userGuide} from '../citation.ts';
import {quoted} from '../quoted.ts';
import {defineRule} from '../rule.ts';

export default defineRule<AnchorBundle>({
	id: 'trust-anchor-bundle-names',
	severity: 'warning',
	title: 'Two certificates of a trust anchor with different keys have different subjects.',
	why: 'A certificate names its issuer by the subject alone, so nobody can tell by name which of the two signed it, and a stale one goes unnoticed.',
	fix: 'Give the next generation of the CA a subject of its own, such as CN=Example Issuer 2.',
	source: userGuide('trust-model', 'Signature validation', '2026-11-22', ['CA-18', 'CA-21']),
	examples: {fails: '<certificate>\n<same name, other key>', passes: '<certificate>\n<other certificate>'},
	appliesTo: () => true,
	check({pem: {blocks}}) {
		const read = blocks.map(({der}) => Certificate.read(der)).flatMap(result => (result.ok ? [result.value] : []));
		return read.flatMap(({subject, publicKey}, index) =>
			read
				.slice(0, index)
				.some(
					other => areSameBytes(other.subject.der, subject.der) && !areSameBytes(other.publicKey.der, publicKey.der),
				)
				? [{at: 'x509CertificateData', message: `Two keys share the subject ${quoted(subject.text)}.`}]
				: [],
		);
	},
});
