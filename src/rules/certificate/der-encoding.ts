import type {CertificateInRole} from '../certificate-in-role.ts';
import {rfc5280} from '../citation.ts';
import {defineRule} from '../rule.ts';

/** More do not help anyone. */
const SHOWN = 20;

export default defineRule<CertificateInRole>({
	id: 'der-encoding',
	severity: 'warning',
	title: 'A certificate is encoded in DER, as RFC 5280 prescribes.',
	why: 'Readers differ in what else they accept, so it may work here and fail there.',
	fix: 'Issue it again with a current version of the tool.',
	source: rfc5280('4.1', '2026-11-22', ['EE-15']),
	examples: {
		fails: '# cA=FALSE, spelled out\nbasicConstraints = critical, DER:3003010100',
		passes: 'basicConstraints = critical, DER:3000',
	},
	appliesTo: () => true,
	check: ({certificate: {encodingProblems}}) =>
		encodingProblems.slice(0, SHOWN).map(({message}) => ({at: 'encoding', message: `${message}.`})),
});
