import type {CertificateInRole} from '../certificate-in-role.ts';
import {userGuide} from '../citation.ts';
import {missingCaMark} from '../issuer-marks.ts';
import {UNTRUSTED_SIGNING_CERTIFICATE} from '../refusals.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'issuer-basic-constraints',
	severity: 'error',
	title: 'The certificate of an issuer has basicConstraints with cA=TRUE.',
	why: 'Without that mark nobody accepts what this certificate signs.',
	fix: 'Issue it again with basicConstraints critical, cA=TRUE.',
	source: userGuide('trust-model', 'Signature validation', '2026-11-22', ['CA-02', 'ERR-01']),
	refusal: UNTRUSTED_SIGNING_CERTIFICATE,
	examples: {
		fails: 'role = issuer\nbasicConstraints = absent',
		passes: 'role = issuer\nbasicConstraints = critical, CA:TRUE, pathlen:0',
	},
	appliesTo: ({role}) => role === 'issuer',
	check: missingCaMark,
});
