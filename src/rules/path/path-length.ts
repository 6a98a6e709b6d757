import {type AttemptedPath, failuresOf} from '../attempted-path.ts';
import {rfc5280} from '../citation.ts';
import {UNTRUSTED_SIGNING_CERTIFICATE} from '../refusals.ts';
import {defineRule} from '../rule.ts';

export default defineRule<AttemptedPath>({
	id: 'path-length',
	severity: 'error',
	title: 'No issuer has more intermediates below it than it allows.',
	why: 'A path length limits how many intermediates may follow.',
	fix: 'Issue the end-entity certificate from a higher issuer, or issue the CA again with a larger path length.',
	source: rfc5280('6.1.4', '2026-11-22', ['EE-17']),
	refusal: UNTRUSTED_SIGNING_CERTIFICATE,
	examples: {
		fails: '[root]\nbasicConstraints = critical, CA:TRUE, pathlen:0',
		passes: '[root]\nbasicConstraints = critical, CA:TRUE, pathlen:1',
	},
	appliesTo: () => true,
	check: attempt => failuresOf(attempt, 'path-length'),
});
