import {type AttemptedReading, unreadable} from '../attempted-reading.ts';
import {rfc5280} from '../citation.ts';
import {defineRule} from '../rule.ts';

export default defineRule<AttemptedReading>({
	id: 'crl-readable',
	severity: 'error',
	title: 'A list of revoked certificates is whole and written as RFC 5280 prescribes.',
	why: 'What nobody can read cannot be imported; mostly it was cut or changed on the way.',
	fix: 'Fetch the list again from its issuer.',
	source: rfc5280('5.1', '2026-11-22', ['CRL-05']),
	examples: {fails: '-----BEGIN X509 CRL-----\nMAMCAQE=\n-----END X509 CRL-----', passes: '<crl>'},
	appliesTo: ({what}) => what === 'crl',
	check: unreadable,
});
