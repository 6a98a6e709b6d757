import {rfc} from '../citation.ts';
import type {FormOfFile} from '../form-of-file.ts';
import {shortcomingsOf} from '../form-shortcomings.ts';
import {defineRule} from '../rule.ts';

export default defineRule<FormOfFile>({
	id: 'file-nothing-around',
	severity: 'notice',
	title: 'A PEM file holds nothing but its blocks.',
	why: 'Helpers pass over text around the blocks; the text of a trust anchor must be without it, and it counts towards the 16 000 characters.',
	fix: 'Write it anew: anchorsmith lint FILE --fix-into NEW_FOLDER',
	source: rfc(7468, '2', '2026-11-22', ['CA-20', 'CA-24']),
	examples: {fails: '<certificate, after a line of text>', passes: '<certificate>'},
	appliesTo: () => true,
	check: shortcomingsOf('text-around'),
});
