import {areSameBytes} from '../../pki/der/der-values.ts';
import {printable} from '../../printable.ts';
import {userGuide} from '../citation.ts';
import {isAuthority, placeOf} from '../file-set.ts';
import {defineRule} from '../rule.ts';
import type {ThingInSet} from '../thing-in-set.ts';

export default defineRule<ThingInSet>({
	id: 'set-one-name-one-key',
	severity: 'warning',
	title: 'Two CAs have different names, or the same key.',
	why: 'Of CAs with one name and different keys it cannot be told by name which one issued a certificate; a stale one as the trust anchor makes the service answer "Untrusted signing certificate".',
	fix: 'Give each generation of a CA a name of its own, and check which of the two is registered.',
	source: userGuide('trust-model', 'Trust model', '2026-11-22', ['CA-17', 'CA-18', 'ERR-01']),
	examples: {fails: 'roots.pem: issuing, re-keyed issuing', passes: 'roots.pem: issuing, root'},
	appliesTo: ({thing}) => isAuthority(thing),
	check: ({thing, set}) => {
		const {certificate} = thing;
		const other =
			certificate &&
			set
				.named(certificate.subject)
				.find(
					({certificate: {publicKey}, ...given}) =>
						isAuthority(given) && !areSameBytes(publicKey.der, certificate.publicKey.der),
				);
		return other
			? [{at: 'subject', message: `The CA in ${printable(placeOf(other))} has the same name and another key.`}]
			: [];
	},
});
