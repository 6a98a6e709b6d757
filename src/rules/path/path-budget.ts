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
	examples: {
		fails:
			'[CA]\nnameConstraints = critical, excluded;DNS:example.org times 3000\n[host]\nsubjectAltName = DNS:host.example.com times 3000',
		passes: '[CA]\nnameConstraints = critical, excluded;DNS:example.org\n[host]\nsubjectAltName = DNS:host.example.com',
	},
	appliesTo: () => true,
	check: attempt => failuresOf(attempt, 'budget'),
});
