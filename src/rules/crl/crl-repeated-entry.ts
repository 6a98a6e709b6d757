import {rfc5280} from '../citation.ts';
import type {CrlToImport} from '../crl-to-import.ts';
import {defineRule} from '../rule.ts';

/** More do not help anyone. */
const SHOWN = 20;

export default defineRule<CrlToImport>({
	id: 'crl-repeated-entry',
	severity: 'warning',
	title: 'The list names each certificate once.',
	why: 'Two entries for one serial number may differ in date and reason, and readers differ in which of them they take.',
	fix: 'Take the surplus line out of the index file of openssl ca, and make the list again: openssl ca -gencrl',
	source: rfc5280('5.1.2.6', '2026-11-22', ['CRL-05', 'EE-13']),
	examples: {fails: 'revoked = 1, 2, 1', passes: 'revoked = 1, 2'},
	appliesTo: ({crl}) => crl.issuingDistributionPoint.state === 'absent',
	check({crl}) {
		const seen = new Set<string>();
		const repeated = new Set<string>();
		for (const {serialHex} of crl.entries.ok ? crl.entries.value : []) {
			(seen.has(serialHex) ? repeated : seen).add(serialHex);
		}

		return [...repeated].slice(0, SHOWN).map(serial => ({
			at: 'revokedCertificates',
			message: `The serial number ${serial.slice(0, 64)} is listed more than once.`,
		}));
	},
});
