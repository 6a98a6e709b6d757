import {rolesAnywhereApi} from '../citation.ts';
import type {CrlToImport} from '../crl-to-import.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CrlToImport>({
	id: 'crl-version',
	severity: 'error',
	title: 'The list is of version 2.',
	why: 'The service documents X.509 version 2 lists; version 1 has neither a number nor reasons.',
	fix: 'Make the list again as version 2: give openssl ca a crlnumber file.',
	source: rolesAnywhereApi('ImportCrl', '2026-11-22', ['CRL-05']),
	examples: {fails: 'version = 1', passes: 'version = 2'},
	appliesTo: () => true,
	check: ({crl}) => (crl.version === 2 ? [] : [{at: 'version', message: `The list is of version ${crl.version}.`}]),
});
