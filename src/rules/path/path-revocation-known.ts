import {type AttemptedPath, failuresOf} from '../attempted-path.ts';
import {rfc5280} from '../citation.ts';
import {defineRule} from '../rule.ts';

export default defineRule<AttemptedPath>({
	id: 'path-revocation-known',
	severity: 'error',
	title: 'Revocation is known of every certificate that it is asked of.',
	why: 'A list that cannot be relied on, or is missing, may hide that the certificate was revoked.',
	fix: 'Get the present CRL of the issuer and give it with --crl.',
	source: rfc5280('6.3.3', '2026-11-22', ['CRL-07']),
	examples: {fails: '[verify]\nrevocation = required', passes: '[verify]\nrevocation = required\n[CRL]\nrevoked = 5'},
	appliesTo: () => true,
	check: attempt => failuresOf(attempt, 'revocation-unknown'),
});
