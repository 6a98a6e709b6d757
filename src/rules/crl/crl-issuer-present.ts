import {rfc5280} from '../citation.ts';
import type {CrlToImport} from '../crl-to-import.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CrlToImport>({
	id: 'crl-issuer-present',
	severity: 'error',
	title: 'The list names its issuer.',
	why: 'By that name it is known whose certificates it revokes.',
	fix: 'Make the list with an issuer that has a subject.',
	source: rfc5280('5.1.2.3', '2026-11-22', ['CRL-05']),
	examples: {fails: 'issuer =', passes: 'issuer = CN=Example Issuer'},
	appliesTo: () => true,
	check: ({crl}) => (crl.issuer.isEmpty ? [{at: 'issuer', message: 'The name of the issuer is empty.'}] : []),
});
