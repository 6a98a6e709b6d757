import type {CertificateInRole} from '../certificate-in-role.ts';
import {userGuide} from '../citation.ts';
import {INSUFFICIENT_CERTIFICATE} from '../refusals.ts';
import {SIGN_AGAIN} from '../remedies.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'ee-basic-constraints',
	severity: 'error',
	title: 'An end-entity certificate is not marked as a CA.',
	why: 'The service takes a CA certificate for an issuer, not for a workload.',
	fix: `Have this issuer issue a certificate for the workload; that of the issuer itself cannot be used: ${SIGN_AGAIN}`,
	source: userGuide('trust-model', 'Signature validation', '2026-11-22', ['EE-02', 'ERR-02']),
	refusal: INSUFFICIENT_CERTIFICATE,
	examples: {fails: 'basicConstraints = critical, CA:TRUE', passes: 'basicConstraints = critical, CA:FALSE'},
	appliesTo: ({role}) => role === 'end-entity',
	check({certificate: {basicConstraints}}) {
		const at = 'extensions.basicConstraints';
		if (basicConstraints.state === 'malformed') {
			return [{at, message: `basicConstraints cannot be read: ${basicConstraints.problem.message}.`}];
		}

		return basicConstraints.state === 'present' && basicConstraints.value.isCa
			? [{at, message: 'basicConstraints says cA=TRUE.'}]
			: [];
	},
});
