import {crlTimeProblem} from '../../pki/path/crl-soundness.ts';
import {rfc5280} from '../citation.ts';
import type {CrlToImport} from '../crl-to-import.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CrlToImport>({
	id: 'crl-current',
	severity: 'warning',
	title: 'The list is in force.',
	why: 'Nobody knows how the service takes a list whose nextUpdate has passed; RFC 5280 does not let it settle anything.',
	fix: 'Make a new list and import it in place of this one.',
	source: rfc5280('5.1', '2026-11-22', ['CRL-07']),
	examples: {
		fails: 'nextUpdate = 2026-05-30T00:00:00Z\nat = 2026-06-01T00:00:00Z',
		passes: 'nextUpdate = 2026-07-01T00:00:00Z\nat = 2026-06-01T00:00:00Z',
	},
	appliesTo: () => true,
	check: ({crl, at}) => {
		const problem = crlTimeProblem(crl, at);
		return problem === undefined ? [] : [{at: 'nextUpdate', message: `The list ${problem}.`}];
	},
});
