import {type AttemptedPath, failuresOf} from '../attempted-path.ts';
import {rfc5280} from '../citation.ts';
import {defineRule} from '../rule.ts';

export default defineRule<AttemptedPath>({
	id: 'path-end-entity-validity',
	severity: 'error',
	title: 'The end-entity certificate is valid now.',
	why: 'Outside its dates the certificate proves no identity.',
	fix: 'Issue a new end-entity certificate, or correct the clock.',
	source: rfc5280('6.1.3', '2026-11-22', ['EE-14', 'ERR-05']),
	examples: {fails: '[host]\nnotBefore = 2026-06-01T00:00:01Z', passes: '[host]\nnotBefore = 2026-06-01T00:00:00Z'},
	appliesTo: () => true,
	check: attempt => failuresOf(attempt, 'end-entity-validity'),
});
