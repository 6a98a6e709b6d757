import {rfc5280} from '../citation.ts';
import type {CrlToImport} from '../crl-to-import.ts';
import {instant} from '../quoted.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CrlToImport>({
	id: 'crl-entry-date',
	severity: 'warning',
	title: 'No certificate in the list was revoked after the list was made.',
	why: 'RFC 5280 forbids a revocation date after thisUpdate; a clock was wrong, or the list is not what it seems.',
	fix: 'Correct the clock of the machine that issues, and make the list again: openssl ca -gencrl',
	source: rfc5280('5.1.2.6', '2026-11-22', ['CRL-05', 'CRL-06']),
	examples: {fails: 'revokedAt = 2026-05-26T00:00:00Z', passes: 'revokedAt = 2026-05-24T00:00:00Z'},
	appliesTo: () => true,
	check({crl}) {
		const later = (crl.entries.ok ? crl.entries.value : []).filter(({revokedAt}) => revokedAt > crl.thisUpdate);
		const [first] = later;
		return first
			? [
					{
						at: 'revokedCertificates',
						message: `Of its entries ${later.length} are dated after ${instant(crl.thisUpdate)}, such as ${first.serialHex.slice(0, 64)}.`,
					},
				]
			: [];
	},
});
