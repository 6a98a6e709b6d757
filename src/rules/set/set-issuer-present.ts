import {userGuide} from '../citation.ts';
import {quoted} from '../quoted.ts';
import {UNTRUSTED_SIGNING_CERTIFICATE} from '../refusals.ts';
import {defineRule} from '../rule.ts';
import type {ThingInSet} from '../thing-in-set.ts';

export default defineRule<ThingInSet>({
	id: 'set-issuer-present',
	severity: 'warning',
	title: 'The certificate of the issuer is given, where certificates of issuers are.',
	why: 'A certificate that the trust anchor did not sign itself needs those between them; without them the service answers "Untrusted signing certificate".',
	fix: 'Give the certificate of its issuer too; if the issuer is the trust anchor, leave out the issuers that are not its own.',
	source: userGuide('authentication', 'Authentication', '2026-11-22', ['CH-03', 'ERR-01']),
	refusal: UNTRUSTED_SIGNING_CERTIFICATE,
	examples: {fails: 'host.pem: host\nchain.pem: other root', passes: 'host.pem: host\nchain.pem: issuing'},
	appliesTo: ({thing, set}) => thing.role === 'end-entity' && set.hasAuthority,
	check: ({thing, set}) => {
		const {certificate} = thing;
		if (!certificate || certificate.isSelfIssued || set.named(certificate.issuer).length > 0) {
			return [];
		}

		return [
			{at: 'issuer', message: `Its issuer ${quoted(certificate.issuer.text)} is not among the certificates here.`},
		];
	},
});
