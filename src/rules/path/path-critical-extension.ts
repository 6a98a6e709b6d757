import {type AttemptedPath, failuresOf} from '../attempted-path.ts';
import {rfc5280} from '../citation.ts';
import {defineRule} from '../rule.ts';

export default defineRule<AttemptedPath>({
	id: 'path-critical-extension',
	severity: 'error',
	title: 'No certificate of the path has a critical extension that is not understood.',
	why: 'A critical extension says: refuse me if you do not know what this means.',
	fix: 'Issue the certificate again without that extension, or with the extension not critical.',
	source: rfc5280('4.2', '2026-11-22', ['EE-16']),
	examples: {
		fails: '[host]\n1.3.6.1.4.1.55555.1 = critical, DER:0500',
		passes: '[host]\n1.3.6.1.4.1.55555.1 = DER:0500',
	},
	appliesTo: () => true,
	check: attempt => failuresOf(attempt, 'critical-extension'),
});
