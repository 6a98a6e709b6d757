import {rfc} from '../citation.ts';
import type {FormOfFile} from '../form-of-file.ts';
import {shortcomingsOf} from '../form-shortcomings.ts';
import {defineRule} from '../rule.ts';

export default defineRule<FormOfFile>({
	id: 'file-complete',
	severity: 'error',
	title: 'Every PEM block has a beginning, an end and sound base64 between them.',
	why: 'What was cut off or changed on the way cannot be read by anybody; readers pass over it without a word.',
	fix: 'Copy or export the file again, as it is: with its line breaks, and not through a chat or a form.',
	source: rfc(7468, '2', '2026-11-22', ['CA-24', 'KEY-01']),
	examples: {fails: '<certificate, cut off>', passes: '<certificate>'},
	appliesTo: () => true,
	check: shortcomingsOf('damaged', 'too-much'),
});
