import {type AttemptedPath, failuresOf} from '../attempted-path.ts';
import {userGuide} from '../citation.ts';
import {UNTRUSTED_SIGNING_CERTIFICATE} from '../refusals.ts';
import {defineRule} from '../rule.ts';

export default defineRule<AttemptedPath>({
	id: 'path-issuer-present',
	severity: 'error',
	title: 'Every certificate up to the trust anchor is at hand.',
	why: 'The service builds a chain from the end-entity certificate to the trust anchor from what the request and the anchor hold; it fetches nothing.',
	fix: 'Send the missing intermediates with the request, or name the trust anchor that holds the issuer.',
	source: userGuide('trust-model', 'Signature validation', '2026-11-22', ['CH-03', 'EE-15', 'ERR-01']),
	refusal: UNTRUSTED_SIGNING_CERTIFICATE,
	examples: {fails: '[verify]\nintermediates = none', passes: '[CA]\nserial = 02'},
	appliesTo: () => true,
	check: attempt => failuresOf(attempt, 'issuer-present'),
});
