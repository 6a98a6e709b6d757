import {type AttemptedPath, failuresOf} from '../attempted-path.ts';
import {rfc5280} from '../citation.ts';
import {UNTRUSTED_SIGNING_CERTIFICATE} from '../refusals.ts';
import {defineRule} from '../rule.ts';

export default defineRule<AttemptedPath>({
	id: 'path-key-cert-sign',
	severity: 'error',
	title: 'Every certificate that issued another may sign certificates.',
	why: 'An issuer whose key usage leaves out keyCertSign may vouch for no other certificate.',
	fix: 'Issue the intermediate again with keyUsage keyCertSign.',
	source: rfc5280('6.1.4', '2026-11-22', ['CA-05']),
	refusal: UNTRUSTED_SIGNING_CERTIFICATE,
	examples: {fails: '[CA]\nkeyUsage = critical, cRLSign', passes: '[CA]\nkeyUsage = critical, keyCertSign'},
	appliesTo: () => true,
	check: attempt => failuresOf(attempt, 'key-cert-sign'),
});
