import {type AttemptedPath, failuresOf} from '../attempted-path.ts';
import {rfc5280} from '../citation.ts';
import {UNTRUSTED_SIGNING_CERTIFICATE} from '../refusals.ts';
import {defineRule} from '../rule.ts';

export default defineRule<AttemptedPath>({
	id: 'path-signature',
	severity: 'error',
	title: "Every certificate's signature verifies with its issuer's key.",
	why: 'A name alone proves nothing: only the signature shows that this issuer issued the certificate.',
	fix: 'Use the issuer that signed this certificate; the trust anchor may still hold an older one of the same name.',
	source: rfc5280('6.1.3', '2026-11-22', ['EE-15', 'CA-18', 'ERR-01']),
	refusal: UNTRUSTED_SIGNING_CERTIFICATE,
	examples: {fails: '[host]\nsignature = broken', passes: '[host]\nsignature = sha256'},
	appliesTo: () => true,
	check: attempt => failuresOf(attempt, 'signature'),
});
