import type {CertificateInRole} from '../certificate-in-role.ts';
import {userGuide} from '../citation.ts';
import {missingCaMark} from '../issuer-marks.ts';
import {INCORRECT_BASIC_CONSTRAINTS} from '../refusals.ts';
import {MAKE_ISSUER_AGAIN} from '../remedies.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CertificateInRole>({
	id: 'anchor-basic-constraints',
	severity: 'error',
	title: "A trust anchor's certificate has basicConstraints with cA=TRUE.",
	why: 'Without that mark nobody accepts what this certificate signs.',
	fix: `Make it again with basicConstraints critical, cA=TRUE: ${MAKE_ISSUER_AGAIN}`,
	source: userGuide('trust-model', 'Signature validation', '2026-11-22', ['CA-02', 'ERR-20']),
	refusal: INCORRECT_BASIC_CONSTRAINTS,
	examples: {
		fails: 'role = anchor\nbasicConstraints = absent',
		passes: 'role = anchor\nbasicConstraints = critical, CA:TRUE',
	},
	appliesTo: ({role}) => role === 'anchor',
	check: missingCaMark,
});
