import {rfc} from '../citation.ts';
import type {FormOfFile} from '../form-of-file.ts';
import {shortcomingsOf} from '../form-shortcomings.ts';
import {defineRule} from '../rule.ts';

export default defineRule<FormOfFile>({
	id: 'file-label-current',
	severity: 'warning',
	title: 'A PEM block has the label of RFC 7468.',
	why: 'OpenSSL reads the older labels; the official helper and the service know CERTIFICATE alone.',
	fix: 'Write it anew: anchorsmith lint FILE --fix-into NEW_FOLDER',
	source: rfc(7468, '5.1', '2026-11-22', ['CA-24', 'KEY-01']),
	examples: {fails: '<certificate, labelled X509 CERTIFICATE>', passes: '<certificate>'},
	appliesTo: () => true,
	check: shortcomingsOf('legacy-label'),
});
