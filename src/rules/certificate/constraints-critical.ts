import type {CertificateInRole} from '../certificate-in-role.ts';
import {rfc5280} from '../citation.ts';
import {extensionsNamed} from '../present-extensions.ts';
import {defineRule} from '../rule.ts';

const present = extensionsNamed('nameConstraints', 'policyConstraints', 'inhibitAnyPolicy');

export default defineRule<CertificateInRole>({
	id: 'constraints-critical',
	severity: 'warning',
	title: 'Constraints on names and policies are critical.',
	why: 'RFC 5280 demands it: a reader that does not know them must not pass over them.',
	fix: 'Make the issuer again with these extensions critical.',
	source: rfc5280('4.2.1.11', '2026-11-22', ['EE-16']),
	examples: {
		fails: 'role = issuer\nnameConstraints = permitted;DNS:example.com',
		passes: 'role = issuer\nnameConstraints = critical, permitted;DNS:example.com',
	},
	appliesTo: () => true,
	check: ({certificate}) =>
		present(certificate)
			.filter(([, {isCritical}]) => !isCritical)
			.map(([name]) => ({at: `extensions.${name}`, message: `${name} is not critical.`})),
});
