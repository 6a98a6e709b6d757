import {rfc} from '../citation.ts';
import type {FormOfFile} from '../form-of-file.ts';
import {shortcomingsOf} from '../form-shortcomings.ts';
import {defineRule} from '../rule.ts';

export default defineRule<FormOfFile>({
	id: 'file-label',
	severity: 'error',
	title: 'The label of a PEM block names what is in it.',
	why: 'Readers choose by the label: the official helper looks for CERTIFICATE, PRIVATE KEY, EC PRIVATE KEY, RSA PRIVATE KEY, ENCRYPTED PRIVATE KEY and TSS2 PRIVATE KEY, and the service for CERTIFICATE.',
	fix: 'Write it anew: anchorsmith lint FILE --fix-into NEW_FOLDER',
	source: rfc(7468, '4', '2026-11-22', ['CA-24', 'KEY-01']),
	examples: {fails: '<certificate, labelled CERTIFICATE REQUEST>', passes: '<certificate>'},
	appliesTo: () => true,
	check: shortcomingsOf('wrong-label'),
});
