import {type AttemptedPath, failuresOf} from '../attempted-path.ts';
import {rfc5280} from '../citation.ts';
import {UNTRUSTED_SIGNING_CERTIFICATE} from '../refusals.ts';
import {defineRule} from '../rule.ts';

export default defineRule<AttemptedPath>({
	id: 'path-ca',
	severity: 'error',
	title: 'Every certificate that issued another is marked as a CA.',
	why: 'A certificate that is not a CA may vouch for no other.',
	fix: 'Issue the intermediate again with basicConstraints cA=TRUE, critical.',
	source: rfc5280('6.1.4', '2026-11-22', ['CA-02']),
	refusal: UNTRUSTED_SIGNING_CERTIFICATE,
	examples: {
		fails: '[CA]\nbasicConstraints = critical, CA:FALSE',
		passes: '[CA]\nbasicConstraints = critical, CA:TRUE',
	},
	appliesTo: () => true,
	check: attempt => failuresOf(attempt, 'ca'),
});
