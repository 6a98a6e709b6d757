import {type AttemptedPath, failuresOf} from '../attempted-path.ts';
import {rfc5280} from '../citation.ts';
import {defineRule} from '../rule.ts';

export default defineRule<AttemptedPath>({
	id: 'path-sound',
	severity: 'error',
	title: 'Every certificate of the path is one as RFC 5280, section 4, means it.',
	why: 'Programs read a malformed certificate differently, so none of them should rely on it.',
	fix: 'Issue the certificate again with a tool that writes certificates as RFC 5280 says.',
	source: rfc5280('4', '2026-11-22', ['EE-15']),
	examples: {fails: '[host]\nissuer =', passes: '[host]\nissuer = CN=CA,O=Example'},
	appliesTo: () => true,
	check: attempt => failuresOf(attempt, 'sound'),
});
