import type {CertificateInRole} from '../certificate-in-role.ts';
import {rfc5280} from '../citation.ts';
import {defineRule} from '../rule.ts';

/** Key usage and basic constraints have rules of their own. */
const NAMES = ['extendedKeyUsage', 'subjectAlternativeName', 'subjectKeyIdentifier', 'authorityKeyIdentifier'] as const;

export default defineRule<CertificateInRole>({
	id: 'extension-readable',
	severity: 'error',
	title: 'Every standard extension is written as RFC 5280 prescribes.',
	why: 'What cannot be read cannot be relied on, and strict readers reject the certificate.',
	fix: 'Issue it again with a current version of the tool.',
	source: rfc5280('4.2.1', '2026-11-22', ['EE-16']),
	examples: {fails: 'subjectAltName = DER:0500', passes: 'subjectAltName = DNS:host.example.com'},
	appliesTo: () => true,
	check: ({certificate}) =>
		NAMES.flatMap(name => {
			const decoded = certificate[name];
			return decoded.state === 'malformed'
				? [{at: `extensions.${name}`, message: `${name} cannot be read: ${decoded.problem.message}.`}]
				: [];
		}),
});
