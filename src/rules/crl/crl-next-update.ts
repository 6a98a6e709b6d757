import {rfc5280} from '../citation.ts';
import type {CrlToImport} from '../crl-to-import.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CrlToImport>({
	id: 'crl-next-update',
	severity: 'warning',
	title: 'The list says until when it holds.',
	why: 'RFC 5280 demands nextUpdate; without one nobody knows when a list is too old to rely on.',
	fix: 'Make the list again with an end: openssl ca -gencrl -crldays 30',
	source: rfc5280('5.1.2.5', '2026-11-22', ['CRL-07']),
	examples: {fails: 'nextUpdate = absent', passes: 'nextUpdate = 2026-07-01T00:00:00Z'},
	appliesTo: () => true,
	check: ({crl}) => (crl.nextUpdate ? [] : [{at: 'nextUpdate', message: 'The list has no nextUpdate.'}]),
});
