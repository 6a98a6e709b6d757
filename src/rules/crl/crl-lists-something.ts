import {rolesAnywhereApi} from '../citation.ts';
import type {CrlToImport} from '../crl-to-import.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CrlToImport>({
	id: 'crl-lists-something',
	severity: 'error',
	title: 'The list names a revoked certificate.',
	why: 'The service refuses a list that is empty when it is imported.',
	fix: 'Import the list after the first revocation; until then there is nothing to import.',
	source: rolesAnywhereApi('ImportCrl', '2026-11-22', ['CRL-04']),
	examples: {fails: 'revoked = none', passes: 'revoked = 1'},
	appliesTo: () => true,
	check: ({crl}) =>
		crl.entries.ok && crl.entries.value.length === 0
			? [{at: 'revokedCertificates', message: 'The list names no revoked certificate.'}]
			: [],
});
