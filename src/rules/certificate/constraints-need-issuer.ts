import {decodedValue} from '../../pki/certificate/certificate.ts';
import type {CertificateInRole} from '../certificate-in-role.ts';
import {rfc5280} from '../citation.ts';
import {extensionsNamed} from '../present-extensions.ts';
import {defineRule} from '../rule.ts';

const present = extensionsNamed('nameConstraints', 'policyConstraints', 'policyMappings', 'inhibitAnyPolicy');

export default defineRule<CertificateInRole>({
	id: 'constraints-need-issuer',
	severity: 'warning',
	title: 'Only a certificate that may sign others has constraints on names and policies.',
	why: 'RFC 5280 allows these extensions in CA certificates alone, and strict readers reject them elsewhere.',
	fix: 'Issue it again without them; they belong into the certificate of its issuer.',
	source: rfc5280('4.2.1.10', '2026-11-22', ['EE-16']),
	examples: {
		fails: 'nameConstraints = critical, permitted;DNS:example.com',
		passes: 'role = issuer\nnameConstraints = critical, permitted;DNS:example.com',
	},
	appliesTo: () => true,
	check: ({certificate}) =>
		decodedValue(certificate.basicConstraints)?.isCa === true
			? []
			: present(certificate).map(([name]) => ({
					at: `extensions.${name}`,
					message: `${name} stands in a certificate that is not marked as a CA.`,
				})),
});
