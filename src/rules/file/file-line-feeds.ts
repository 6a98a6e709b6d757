import {rfc} from '../citation.ts';
import type {FormOfFile} from '../form-of-file.ts';
import {shortcomingsOf} from '../form-shortcomings.ts';
import {defineRule} from '../rule.ts';

export default defineRule<FormOfFile>({
	id: 'file-line-feeds',
	severity: 'notice',
	title: 'Lines of PEM end in line feeds alone.',
	why: 'RFC 7468 allows carriage returns before them and helpers read such files; the text of a trust anchor is taken more strictly, and input fields of CI systems double them.',
	fix: 'Write it anew: anchorsmith lint FILE --fix-into NEW_FOLDER',
	source: rfc(7468, '2', '2026-11-22', ['CA-24']),
	examples: {fails: '<certificate, with CRLF>', passes: '<certificate>'},
	appliesTo: () => true,
	check: shortcomingsOf('carriage-returns'),
});
