import type {CertificateInRole} from '../certificate-in-role.ts';
import {rfc5280} from '../citation.ts';
import {MAKE_ISSUER_AGAIN} from '../remedies.ts';
import {defineRule, type Shortcoming} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'issuer-extension-criticality',
	severity: 'warning',
	title: "An issuer's basicConstraints and keyUsage are critical.",
	why: 'A program that does not know an extension may pass over it unless it is critical.',
	fix: `Make it again with both extensions critical: ${MAKE_ISSUER_AGAIN}`,
	source: rfc5280('4.2.1.9', '2026-11-22', ['CA-03', 'CA-05']),
	examples: {
		fails: 'role = issuer\nbasicConstraints = CA:TRUE, pathlen:0',
		passes: 'role = issuer\nbasicConstraints = critical, CA:TRUE, pathlen:0',
	},
	appliesTo: ({role}) => role !== 'end-entity',
	check({certificate: {basicConstraints, keyUsage}}) {
		const shortcomings: Shortcoming[] = [];
		if (basicConstraints.state === 'present' && !basicConstraints.isCritical) {
			shortcomings.push({at: 'extensions.basicConstraints', message: 'basicConstraints is not critical.'});
		}

		if (keyUsage.state === 'present' && !keyUsage.isCritical) {
			shortcomings.push({at: 'extensions.keyUsage', severity: 'notice', message: 'keyUsage is not critical.'});
		}

		return shortcomings;
	},
});
