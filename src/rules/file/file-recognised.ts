import {rfc} from '../citation.ts';
import type {FormOfFile} from '../form-of-file.ts';
import {shortcomingsOf} from '../form-shortcomings.ts';
import {defineRule} from '../rule.ts';

export default defineRule<FormOfFile>({
	id: 'file-recognised',
	severity: 'error',
	title: 'A file holds certificates, keys, requests or lists of revoked certificates.',
	why: 'Nothing else can be registered with the service or used by a helper.',
	fix: 'Give the file that holds the certificate or the key, or export it as PEM.',
	source: rfc(7468, '2', '2026-11-22', ['KEY-01']),
	examples: {fails: 'Dear sir or madam', passes: '<certificate>'},
	appliesTo: () => true,
	check: shortcomingsOf('empty', 'unrecognised', 'foreign'),
});
