import {type AttemptedPath, failuresOf} from '../attempted-path.ts';
import {rfc5280} from '../citation.ts';
import {defineRule} from '../rule.ts';

export default defineRule<AttemptedPath>({
	id: 'path-purpose',
	severity: 'error',
	title: 'Every certificate of the path may be used to prove a client.',
	why: 'A certificate limited to other purposes, such as servers alone, does not prove a client; nor does one from an issuer that is limited so.',
	fix: 'Issue the certificate again with extendedKeyUsage clientAuth, or without extendedKeyUsage.',
	source: rfc5280('4.2.1.12', '2026-11-22', ['EE-05']),
	examples: {
		fails: '[host]\nextendedKeyUsage = serverAuth',
		passes: '[host]\nextendedKeyUsage = serverAuth, clientAuth',
	},
	appliesTo: () => true,
	check: attempt => failuresOf(attempt, 'purpose'),
});
