import {areSameBytes} from '../../pki/der/der-values.ts';
import {rfc5280} from '../citation.ts';
import {asCertificate} from '../file-set.ts';
import {defineRule} from '../rule.ts';
import type {ThingInSet} from '../thing-in-set.ts';

export default defineRule<ThingInSet>({
	id: 'set-issuer-name',
	severity: 'warning',
	title: 'A certificate names its issuer with the very bytes of the issuer’s own name.',
	why: 'RFC 5280 lets names be compared by their letters; whether the service does is not documented, and many programs compare bytes.',
	fix: 'Issue it again from the certificate of the issuer that is in use.',
	source: rfc5280('7.1', '2026-11-22', ['EE-15']),
	examples: {
		fails: 'host.pem: host of issuing in other letters\nchain.pem: issuing',
		passes: 'host.pem: host\nchain.pem: issuing',
	},
	appliesTo: ({thing}) => thing.certificate?.isSelfIssued === false,
	check: ({thing, set}) => {
		const given = asCertificate(thing);
		const issuers = given ? set.issuersOf(given) : [];
		return !given ||
			issuers.length === 0 ||
			issuers.some(({certificate}) => areSameBytes(certificate.subject.der, given.certificate.issuer.der))
			? []
			: [{at: 'issuer', message: "It names its issuer in other bytes than the issuer's certificate does."}];
	},
});
