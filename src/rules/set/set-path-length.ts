import {decodedValue} from '../../pki/certificate/certificate.ts';
import {rfc5280} from '../citation.ts';
import {asCertificate} from '../file-set.ts';
import {quoted} from '../quoted.ts';
import {UNTRUSTED_SIGNING_CERTIFICATE} from '../refusals.ts';
import {defineRule} from '../rule.ts';
import type {ThingInSet} from '../thing-in-set.ts';

export default defineRule<ThingInSet>({
	id: 'set-path-length',
	severity: 'error',
	title: 'No more issuers stand below a CA than its path length allows.',
	why: 'RFC 5280 ends the path there, and the service validates paths by it.',
	fix: 'Issue from a CA that is nearer, or have the CA issued again with a larger path length.',
	source: rfc5280('4.2.1.9', '2026-11-22', ['EE-17', 'ERR-01']),
	refusal: UNTRUSTED_SIGNING_CERTIFICATE,
	examples: {
		fails: 'host.pem: host below 2 (the upper allows none)\nchain.pem: 2 issuers (the upper allows none)',
		passes: 'host.pem: host below 5\nchain.pem: 5 issuers',
	},
	appliesTo: ({thing}) => thing.role === 'end-entity',
	check: ({thing, set}) => {
		const given = asCertificate(thing);
		const path = given ? set.pathAbove(given) : [];
		let below = 0;
		for (const {certificate} of path) {
			const allowed = decodedValue(certificate.basicConstraints)?.pathLength;
			if (allowed !== undefined && below > allowed) {
				const name = quoted(certificate.subject.text);
				return [{at: '', message: `${below} issuing certificates stand below ${name}, which allows ${allowed}.`}];
			}

			below += certificate.isSelfIssued ? 0 : 1;
		}

		return [];
	},
});
