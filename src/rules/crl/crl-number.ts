import {rfc5280} from '../citation.ts';
import type {CrlToImport} from '../crl-to-import.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CrlToImport>({
	id: 'crl-number',
	severity: 'warning',
	title: 'The list has a number.',
	why: 'RFC 5280 demands one; by it people and programs tell which of two lists is the newer.',
	fix: 'Make the list again with a number: give openssl ca a crlnumber file.',
	source: rfc5280('5.2.3', '2026-11-22', ['CRL-05', 'CRL-07']),
	examples: {fails: 'number = absent', passes: 'number = 7'},
	appliesTo: ({crl}) => crl.version === 2,
	check: ({crl}) =>
		crl.crlNumber.state === 'absent' ? [{at: 'extensions.cRLNumber', message: 'The list has no number.'}] : [],
});
