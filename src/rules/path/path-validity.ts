import {type AttemptedPath, failuresOf} from '../attempted-path.ts';
import {rfc5280} from '../citation.ts';
import {UNTRUSTED_SIGNING_CERTIFICATE} from '../refusals.ts';
import {defineRule} from '../rule.ts';

export default defineRule<AttemptedPath>({
	id: 'path-validity',
	severity: 'error',
	title: 'Every issuer of the path is valid now.',
	why: 'An expired issuer ends every chain through it, though the trust anchor stays enabled.',
	fix: 'Renew the issuer and update the trust anchor, or correct the clock.',
	source: rfc5280('6.1.3', '2026-11-22', ['CA-16', 'ERR-01']),
	refusal: UNTRUSTED_SIGNING_CERTIFICATE,
	examples: {fails: '[CA]\nnotAfter = 2026-05-31T23:59:59Z', passes: '[CA]\nnotAfter = 2026-06-01T00:00:00Z'},
	appliesTo: () => true,
	check: attempt => failuresOf(attempt, 'validity'),
});
