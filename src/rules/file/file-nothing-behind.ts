import {rfc} from '../citation.ts';
import type {FormOfFile} from '../form-of-file.ts';
import {shortcomingsOf} from '../form-shortcomings.ts';
import {defineRule} from '../rule.ts';

export default defineRule<FormOfFile>({
	id: 'file-nothing-behind',
	severity: 'error',
	title: 'Nothing follows the certificate or key within its block.',
	why: 'Strict readers refuse a block with more in it than its label says, and lax ones pass over what somebody meant.',
	fix: 'Write it anew: anchorsmith lint FILE --fix-into NEW_FOLDER',
	source: rfc(7468, '2', '2026-11-22', ['CA-24']),
	examples: {fails: '<certificate, with bytes behind it>', passes: '<certificate>'},
	appliesTo: () => true,
	check: form => [
		...shortcomingsOf('trailing-bytes')(form),
		...shortcomingsOf('trust-settings')(form).map(found => ({...found, severity: 'warning'}) as const),
	],
});
