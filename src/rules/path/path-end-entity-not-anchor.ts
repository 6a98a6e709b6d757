import {type AttemptedPath, failuresOf} from '../attempted-path.ts';
import {rfc5280} from '../citation.ts';
import {defineRule} from '../rule.ts';

export default defineRule<AttemptedPath>({
	id: 'path-end-entity-not-anchor',
	severity: 'error',
	title: 'The end-entity certificate is not itself the trust anchor.',
	why: 'An anchor must be a CA and an end-entity certificate must not be one, so the same certificate cannot be both.',
	fix: 'Make an issuer and let it issue the end-entity certificate: anchorsmith issuer create, then anchorsmith issue.',
	source: rfc5280('6.1', '2026-11-22', ['EE-19', 'EE-02']),
	examples: {fails: '[verify]\ncertificate = root', passes: '[verify]\ncertificate = host'},
	appliesTo: () => true,
	check: attempt => failuresOf(attempt, 'end-entity-is-anchor'),
});
