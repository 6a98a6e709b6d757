import {type AttemptedPath, failuresOf} from '../attempted-path.ts';
import {rfc5280} from '../citation.ts';
import {UNTRUSTED_SIGNING_CERTIFICATE} from '../refusals.ts';
import {defineRule} from '../rule.ts';

export default defineRule<AttemptedPath>({
	id: 'path-readable',
	severity: 'error',
	title: 'Every certificate of the path can be read.',
	why: 'A certificate that cannot be read takes part in no chain.',
	fix: 'Export the certificate again as DER or PEM.',
	source: rfc5280('4.1', '2026-11-22', ['EE-15']),
	refusal: UNTRUSTED_SIGNING_CERTIFICATE,
	examples: {fails: '[host]\nDER = 30:00', passes: '[host]\nserial = 04'},
	appliesTo: () => true,
	check: attempt => failuresOf(attempt, 'readable'),
});
