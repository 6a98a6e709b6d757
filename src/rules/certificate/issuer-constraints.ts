import type {CertificateInRole} from '../certificate-in-role.ts';
import {rfc5280} from '../citation.ts';
import {extensionsNamed} from '../present-extensions.ts';
import {defineRule} from '../rule.ts';

const present = extensionsNamed('nameConstraints', 'policyConstraints', 'policyMappings', 'inhibitAnyPolicy');

export default defineRule<CertificateInRole>({
	id: 'issuer-constraints',
	severity: 'notice',
	title: 'Nobody relies on the service to hold an issuer to constraints on names and policies.',
	why: 'RFC 5280 has every verifier honour them; whether the service does is not documented, so they may refuse a session or fail to.',
	fix: 'Limit by the trust policy as well: compare aws:PrincipalTag/x509Subject/CN and aws:SourceArn.',
	source: rfc5280('4.2.1.10', '2026-11-22', ['EE-16']),
	examples: {
		fails: 'role = issuer\nnameConstraints = critical, permitted;DNS:example.com',
		passes: 'role = issuer\nbasicConstraints = critical, CA:TRUE, pathlen:0',
	},
	appliesTo: ({role}) => role !== 'end-entity',
	check: ({certificate}) =>
		present(certificate).map(([name]) => ({at: `extensions.${name}`, message: `The issuer has ${name}.`})),
});
