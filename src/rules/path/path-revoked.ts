import {type AttemptedPath, failuresOf} from '../attempted-path.ts';
import {rfc5280} from '../citation.ts';
import {CERTIFICATE_REVOKED} from '../refusals.ts';
import {defineRule} from '../rule.ts';

export default defineRule<AttemptedPath>({
	id: 'path-revoked',
	severity: 'error',
	title: 'No certificate of the path is revoked.',
	why: 'A revoked certificate proves nothing any more, nor does what a revoked issuer issued.',
	fix: 'Issue a new certificate with a new key; if the revocation was a mistake, only a new certificate helps as well.',
	source: rfc5280('6.3.3', '2026-11-22', ['CRL-06', 'ERR-04']),
	refusal: CERTIFICATE_REVOKED,
	examples: {fails: '[CRL]\nrevoked = 4\n[host]\nserial = 04', passes: '[CRL]\nrevoked = 5\n[host]\nserial = 04'},
	appliesTo: () => true,
	check: attempt => failuresOf(attempt, 'revoked'),
});
