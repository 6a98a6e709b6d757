import {rolesAnywhereApi} from '../citation.ts';
import type {CrlToImport} from '../crl-to-import.ts';
import {defineRule} from '../rule.ts';

/** ImportCrl, crlData. */
const MAX_BYTES = 300_000;

export default defineRule<CrlToImport>({
	id: 'crl-size',
	severity: 'error',
	title: 'The list is no larger than the service takes.',
	why: 'An import takes 300 000 bytes at most.',
	fix: 'Leave out certificates that have expired, or issue short-lived certificates instead of revoking.',
	source: rolesAnywhereApi('ImportCrl', '2026-11-22', ['CRL-02']),
	examples: {fails: 'revoked = 1 to 14000', passes: 'revoked = 1'},
	appliesTo: () => true,
	check: ({crl}) => {
		const size = crl.toPem().length;
		return size > MAX_BYTES
			? [{at: '', message: `As PEM the list has ${size} bytes; ${MAX_BYTES} are taken at most.`}]
			: [];
	},
});
