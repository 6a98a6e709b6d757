import {type AttemptedPath, failuresOf} from '../attempted-path.ts';
import {rfc5280} from '../citation.ts';
import {defineRule} from '../rule.ts';

export default defineRule<AttemptedPath>({
	id: 'path-conforming',
	severity: 'error',
	title: 'Every certificate of the path keeps what RFC 5280 asks of those who issue certificates.',
	why: 'Strict programs (openssl verify -x509_strict is one) refuse such a certificate, others do not. Roles Anywhere is not documented to ask for this.',
	fix: 'Issue the certificate again with a tool that keeps RFC 5280; --demands service asks for what Roles Anywhere is documented to ask for.',
	source: rfc5280('4', '2026-11-22', ['CA-17', 'CA-03']),
	examples: {fails: '[host]\nserial = 00', passes: '[host]\nserial = 01'},
	appliesTo: () => true,
	check: attempt => failuresOf(attempt, 'conforming'),
});
