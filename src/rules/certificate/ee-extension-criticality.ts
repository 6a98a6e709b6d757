import type {CertificateInRole} from '../certificate-in-role.ts';
import {rfc5280} from '../citation.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'ee-extension-criticality',
	severity: 'notice',
	title: "An end-entity certificate's basicConstraints and keyUsage are critical.",
	why: "RFC 5280 asks for it; the official helper's own test certificates do without.",
	fix: 'Nothing needs doing now; the next certificate may have both extensions critical.',
	source: rfc5280('4.2.1.3', '2026-11-22', ['EE-04']),
	examples: {fails: 'keyUsage = digitalSignature', passes: 'keyUsage = critical, digitalSignature'},
	appliesTo: ({role}) => role === 'end-entity',
	check: ({certificate: {basicConstraints, keyUsage}}) =>
		(
			[
				['basicConstraints', basicConstraints],
				['keyUsage', keyUsage],
			] as const
		)
			.filter(([, extension]) => extension.state === 'present' && !extension.isCritical)
			.map(([name]) => ({at: `extensions.${name}`, message: `${name} is not critical.`})),
});
