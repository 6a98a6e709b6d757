import {type AttemptedPath, failuresOf} from '../attempted-path.ts';
import {rfc5280} from '../citation.ts';
import {defineRule} from '../rule.ts';

export default defineRule<AttemptedPath>({
	id: 'path-name-constraints',
	severity: 'error',
	title: 'Every name on the path is one that the issuers above it may vouch for.',
	why: 'An issuer whose names are constrained proves nothing about other names.',
	fix: 'Issue the certificate with names that the constraints permit, or from an issuer that is not constrained so.',
	source: rfc5280('4.2.1.10', '2026-11-22', ['EE-16']),
	examples: {
		fails: '[CA]\nnameConstraints = critical, permitted;DNS:example.com\n[host]\nsubjectAltName = DNS:host.example.org',
		passes:
			'[CA]\nnameConstraints = critical, permitted;DNS:example.com\n[host]\nsubjectAltName = DNS:host.example.com',
	},
	appliesTo: () => true,
	check: attempt => failuresOf(attempt, 'name-constraints'),
});
