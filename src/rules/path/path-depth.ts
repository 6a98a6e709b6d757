import {type AttemptedPath, failuresOf} from '../attempted-path.ts';
import {userGuide} from '../citation.ts';
import {UNTRUSTED_SIGNING_CERTIFICATE} from '../refusals.ts';
import {defineRule} from '../rule.ts';

export default defineRule<AttemptedPath>({
	id: 'path-depth',
	severity: 'error',
	title: 'The path is no deeper than allowed.',
	why: 'A request carries at most five certificates beside the end-entity certificate, and a deeper path is a sign of a mistake.',
	fix: 'Make a lower issuer the trust anchor.',
	source: userGuide('authentication', 'The authentication process', '2026-11-22', ['CH-02']),
	refusal: UNTRUSTED_SIGNING_CERTIFICATE,
	examples: {fails: '[verify]\nmaxDepth = 0', passes: '[verify]\nmaxDepth = 1'},
	appliesTo: () => true,
	check: attempt => failuresOf(attempt, 'depth'),
});
