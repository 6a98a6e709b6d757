import {userGuide} from '../citation.ts';
import {defineRule} from '../rule.ts';
import type {ThingInSet} from '../thing-in-set.ts';

export default defineRule<ThingInSet>({
	id: 'set-key-certified',
	severity: 'error',
	title: 'A private key belongs to a certificate or a request that is given with it.',
	why: 'The helper does not compare them: a key that belongs to another certificate makes the service answer "Invalid signature".',
	fix: 'Give the key that the certificate was requested with, or request a certificate for this key.',
	source: userGuide('credential-helper', 'Credential helper', '2026-11-22', ['KEY-08', 'ERR-03']),
	refusal: {code: 'AccessDeniedException', message: 'Invalid signature'},
	examples: {fails: 'host.pem: host\nkey.pem: key of stranger', passes: 'host.pem: host\nkey.pem: key of host'},
	appliesTo: ({thing, set}) => thing.key?.publicKey !== undefined && set.certificates.length > 0,
	check: ({thing, set}) => {
		const {publicKey} = thing.key ?? {};
		const isRequested = publicKey !== undefined && set.isRequested(publicKey);
		return isRequested || set.certificatesOf(thing).length > 0
			? []
			: [{at: '', message: 'The key belongs to none of the certificates here.'}];
	},
});
