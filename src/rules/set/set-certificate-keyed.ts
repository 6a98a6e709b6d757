import {userGuide} from '../citation.ts';
import {asCertificate} from '../file-set.ts';
import {defineRule} from '../rule.ts';
import type {ThingInSet} from '../thing-in-set.ts';

export default defineRule<ThingInSet>({
	id: 'set-certificate-keyed',
	severity: 'notice',
	title: 'Of a certificate that is given with private keys, the key is among them.',
	why: 'Sessions are asked for with certificate and key together.',
	fix: 'Give the key that the certificate was requested with.',
	source: userGuide('credential-helper', 'Credential helper', '2026-11-22', ['KEY-08']),
	examples: {fails: 'host.pem: host\nkey.pem: key of stranger', passes: 'host.pem: host\nkey.pem: key of host'},
	appliesTo: ({thing, set}) => thing.role === 'end-entity' && set.keys.length > 0 && set.areKeysKnown,
	check: ({thing, set}) => {
		const given = asCertificate(thing);
		return !given || set.keysOf(given).length > 0
			? []
			: [{at: '', message: 'None of the private keys here belongs to the certificate.'}];
	},
});
