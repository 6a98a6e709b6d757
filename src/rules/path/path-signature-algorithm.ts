import {type AttemptedPath, failuresOf} from '../attempted-path.ts';
import {userGuide} from '../citation.ts';
import {UNTRUSTED_SIGNING_CERTIFICATE} from '../refusals.ts';
import {defineRule} from '../rule.ts';

export default defineRule<AttemptedPath>({
	id: 'path-signature-algorithm',
	severity: 'error',
	title: 'Every certificate is signed with SHA-256 or stronger.',
	why: 'The service refuses MD5 and SHA-1 signatures on any certificate of the chain.',
	fix: 'Issue the certificate again with SHA-256 or stronger.',
	source: userGuide('trust-model', 'Signature validation', '2026-11-22', ['EE-06', 'CA-08']),
	refusal: UNTRUSTED_SIGNING_CERTIFICATE,
	examples: {fails: '[host]\nsignature = sha1', passes: '[host]\nsignature = sha256'},
	appliesTo: () => true,
	check: attempt => failuresOf(attempt, 'signature-algorithm'),
});
