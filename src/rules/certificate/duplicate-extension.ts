import type {CertificateInRole} from '../certificate-in-role.ts';
import {rfc5280} from '../citation.ts';
import {quoted} from '../quoted.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'duplicate-extension',
	severity: 'error',
	title: 'A certificate has each extension once.',
	why: 'RFC 5280 forbids a second one, since nobody can know which of them holds; the official helper does not read such a certificate.',
	fix: 'Issue it again; look for the extension both in the request and in the configuration of the issuer.',
	source: rfc5280('4.2', '2026-11-22', ['EE-15']),
	examples: {
		fails: 'subjectAltName = DNS:host.example.com\nsubjectAltName = DNS:other.example.com',
		passes: 'subjectAltName = DNS:host.example.com, DNS:other.example.com',
	},
	appliesTo: () => true,
	check({certificate: {extensions}}) {
		const seen = new Set<string>();
		const repeated = new Set<string>();
		for (const {oid} of extensions) {
			(seen.has(oid) ? repeated : seen).add(oid);
		}

		return [...repeated].map(oid => ({
			at: `extensions.${oid.slice(0, 64)}`,
			message: `The extension ${quoted(oid)} appears more than once.`,
		}));
	},
});
