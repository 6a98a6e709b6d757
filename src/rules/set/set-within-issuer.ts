import {userGuide} from '../citation.ts';
import {asCertificate} from '../file-set.ts';
import {instant} from '../quoted.ts';
import {defineRule} from '../rule.ts';
import type {ThingInSet} from '../thing-in-set.ts';

export default defineRule<ThingInSet>({
	id: 'set-within-issuer',
	severity: 'warning',
	title: 'A certificate ends no later than that of its issuer.',
	why: 'When the issuer ends, the path is no longer valid, whatever the certificate itself says.',
	fix: 'Renew the issuer before that, or issue the certificate for a shorter time.',
	source: userGuide('trust-model', 'Trust model', '2026-11-22', ['CA-16']),
	examples: {
		fails: 'host.pem: host that outlives its issuer\nchain.pem: issuing',
		passes: 'host.pem: host\nchain.pem: issuing',
	},
	appliesTo: ({thing}) => thing.certificate?.isSelfIssued === false,
	check: ({thing, set}) => {
		const given = asCertificate(thing);
		const issuers = given ? set.issuersOf(given) : [];
		const latest = Math.max(...issuers.map(({certificate}) => certificate.validity.notAfter.getTime()));
		const end = given?.certificate.validity.notAfter;
		return end && issuers.length > 0 && end.getTime() > latest
			? [
					{
						at: 'validity.notAfter',
						message: `It ends at ${instant(end)}, its issuer at ${instant(new Date(latest))} already.`,
					},
				]
			: [];
	},
});
