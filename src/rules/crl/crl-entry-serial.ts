import {rfc5280} from '../citation.ts';
import type {CrlToImport} from '../crl-to-import.ts';
import {defineRule} from '../rule.ts';

/** More do not help anyone. */
const SHOWN = 20;

export default defineRule<CrlToImport>({
	id: 'crl-entry-serial',
	severity: 'warning',
	title: 'The list names certificates by positive serial numbers of at most 20 bytes.',
	why: 'RFC 5280 allows no others, so such an entry stands for no sound certificate, and strict readers reject the list.',
	fix: 'Take the line out of the index file of openssl ca, and make the list again: openssl ca -gencrl',
	source: rfc5280('4.1.2.2', '2026-11-22', ['EE-13', 'CRL-05']),
	examples: {fails: 'revoked = 0', passes: 'revoked = 1'},
	appliesTo: () => true,
	check: ({crl}) =>
		(crl.entries.ok ? crl.entries.value : [])
			.filter(({serialHex}) => serialHex.length > 40 || /^[89a-f]|^0*$/.test(serialHex))
			.slice(0, SHOWN)
			.map(({serialHex}) => ({
				at: 'revokedCertificates',
				message: `The serial number ${serialHex.slice(0, 64)} is listed, which no certificate may have.`,
			})),
});
