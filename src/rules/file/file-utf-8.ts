import {rfc} from '../citation.ts';
import type {FormOfFile} from '../form-of-file.ts';
import {shortcomingsOf} from '../form-shortcomings.ts';
import {defineRule} from '../rule.ts';

export default defineRule<FormOfFile>({
	id: 'file-utf-8',
	severity: 'error',
	title: 'A PEM file is plain ASCII.',
	why: 'Readers of PEM, the official helper among them, find nothing in UTF-16, which PowerShell writes when output is sent to a file.',
	fix: 'Write it in UTF-8: iconv -f utf-16 -t utf-8 FILE > FILE.new',
	source: rfc(7468, '2', '2026-11-22', ['CA-24', 'KEY-01']),
	examples: {fails: '<certificate, in UTF-16>', passes: '<certificate>'},
	appliesTo: () => true,
	check: shortcomingsOf('utf-16'),
});
