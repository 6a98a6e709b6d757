import {type AttemptedReading, unreadable} from '../attempted-reading.ts';
import {rfc} from '../citation.ts';
import {defineRule} from '../rule.ts';

export default defineRule<AttemptedReading>({
	id: 'request-readable',
	severity: 'error',
	title: 'A certificate signing request is whole and signed by its own key.',
	why: 'An issuer signs only for whoever proves to hold the key.',
	fix: 'Make the request again, with the key that is to be used: anchorsmith request --help',
	source: rfc(2986, '4.2', '2026-11-22', ['EE-15']),
	examples: {
		fails: '-----BEGIN CERTIFICATE REQUEST-----\nMAMCAQE=\n-----END CERTIFICATE REQUEST-----',
		passes: '<request>',
	},
	appliesTo: ({what}) => what === 'certificate-request',
	check: unreadable,
});
