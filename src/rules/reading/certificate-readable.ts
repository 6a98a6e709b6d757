import {type AttemptedReading, unreadable} from '../attempted-reading.ts';
import {rfc5280} from '../citation.ts';
import {defineRule} from '../rule.ts';

export default defineRule<AttemptedReading>({
	id: 'certificate-readable',
	severity: 'error',
	title: 'A certificate is whole and written as RFC 5280 prescribes.',
	why: 'What nobody can read can be neither registered nor presented; mostly it was cut or changed on the way.',
	fix: 'Copy or export the certificate again; if that does not help, have it issued again.',
	source: rfc5280('4.1', '2026-11-22', ['CA-24', 'EE-15']),
	examples: {
		fails: '-----BEGIN CERTIFICATE-----\nMAMCAQE=\n-----END CERTIFICATE-----',
		passes: '<certificate>',
	},
	appliesTo: ({what}) => what === 'certificate',
	check: unreadable,
});
