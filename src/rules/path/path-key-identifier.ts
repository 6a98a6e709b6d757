import {type AttemptedPath, failuresOf} from '../attempted-path.ts';
import {rfc5280} from '../citation.ts';
import {UNTRUSTED_SIGNING_CERTIFICATE} from '../refusals.ts';
import {defineRule} from '../rule.ts';

export default defineRule<AttemptedPath>({
	id: 'path-key-identifier',
	severity: 'error',
	title: 'The issuer has the key that the certificate says signed it.',
	why: 'An issuer made again with the same name has another key, and what the old one signed does not chain to it.',
	fix: 'Use the issuer that signed this certificate, or issue the certificate again from the present one.',
	source: rfc5280('4.2.1.1', '2026-11-22', ['EE-15', 'CA-18']),
	refusal: UNTRUSTED_SIGNING_CERTIFICATE,
	examples: {
		fails: '[host]\nauthorityKeyIdentifier = keyid:00:11:22:33\nsignature = broken',
		passes: '[CA]\nsubjectKeyIdentifier = 00:11:22:33\n[host]\nauthorityKeyIdentifier = keyid:00:11:22:33',
	},
	appliesTo: () => true,
	check: attempt => failuresOf(attempt, 'key-identifier'),
});
