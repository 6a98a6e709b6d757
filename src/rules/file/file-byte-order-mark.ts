import {rfc} from '../citation.ts';
import type {FormOfFile} from '../form-of-file.ts';
import {shortcomingsOf} from '../form-shortcomings.ts';
import {defineRule} from '../rule.ts';

export default defineRule<FormOfFile>({
	id: 'file-byte-order-mark',
	severity: 'warning',
	title: 'A PEM file begins without a byte order mark.',
	why: 'Readers that look for the dashes at the beginning of a line, as the official helper does, pass over the first block of such a file.',
	fix: 'Write it anew: anchorsmith lint FILE --fix-into NEW_FOLDER',
	source: rfc(7468, '2', '2026-11-22', ['CA-24', 'KEY-01']),
	examples: {fails: '<certificate, after a byte order mark>', passes: '<certificate>'},
	appliesTo: () => true,
	check: shortcomingsOf('byte-order-mark'),
});
