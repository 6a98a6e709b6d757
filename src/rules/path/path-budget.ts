import {type AttemptedPath, failuresOf} from '../attempted-path.ts';
import {rfc5280} from '../citation.ts';
import {defineRule} from '../rule.ts';

export default defineRule<AttemptedPath>({
	id: 'path-budget',
	severity: 'error',
	title: 'The path is found with a bounded amount of work.',
	why: 'A pool of certificates can be made so that trying all of it takes years.',
	fix: 'Give only the intermediates that belong to this certificate.',
	source: rfc5280('6.1', '2026-11-22', ['CH-02']),
	appliesTo: () => true,
	check: attempt => failuresOf(attempt, 'budget'),
});
