import {rfc} from '../citation.ts';
import type {FormOfFile} from '../form-of-file.ts';
import {shortcomingsOf} from '../form-shortcomings.ts';
import {defineRule} from '../rule.ts';

export default defineRule<FormOfFile>({
	id: 'file-line-breaks',
	severity: 'error',
	title: 'Every boundary of a PEM block stands in a line of its own, at its beginning.',
	why: 'Readers look for the dashes at the beginning of a line. The service answers "Bad certificate data" to line breaks that were lost or written as \\n, and helpers find no certificate or key.',
	fix: 'Write it anew: anchorsmith lint FILE --fix-into NEW_FOLDER',
	source: rfc(7468, '2', '2026-11-22', ['CA-24', 'ERR-21']),
	examples: {fails: '<certificate, with \\n for its line breaks>', passes: '<certificate>'},
	appliesTo: () => true,
	check: shortcomingsOf('broken-lines', 'indented', 'careless-block'),
});
