import {crlProblem} from '../../pki/path/crl-soundness.ts';
import {findSignatureAlgorithm} from '../../pki/path/signature-algorithm.ts';
import {printable} from '../../printable.ts';
import {rfc5280} from '../citation.ts';
import type {CrlToImport} from '../crl-to-import.ts';
import {defineRule} from '../rule.ts';

export default defineRule<CrlToImport>({
	id: 'crl-sound',
	severity: 'error',
	title: 'Everything in the list can be read and understood.',
	why: 'RFC 5280 has readers set aside a list that they do not wholly understand, so that it revokes nothing.',
	fix: 'Make the list again with a current version of the tool: openssl ca -gencrl',
	source: rfc5280('5.2', '2026-11-22', ['CRL-05']),
	examples: {fails: '1.2.3.4 = critical, DER:0500', passes: '1.2.3.4 = DER:0500'},
	appliesTo: () => true,
	check({crl}) {
		const problem = crlProblem(crl);
		const how = findSignatureAlgorithm(crl.signatureAlgorithm);
		const hasOwnRule = 'refusedBecause' in how && problem === `is signed ${how.refusedBecause}`;
		return problem === undefined || hasOwnRule ? [] : [{at: '', message: `The list ${printable(problem)}.`}];
	},
});
