import {userGuide} from '../citation.ts';
import {defineRule} from '../rule.ts';
import type {ThingInSet} from '../thing-in-set.ts';

export default defineRule<ThingInSet>({
	id: 'set-key-apart',
	severity: 'notice',
	title: 'Certificates and private keys lie in different files.',
	why: 'A file with a key in it cannot be registered as a trust anchor or given as intermediates, and it travels where certificates travel.',
	fix: 'Write them apart: anchorsmith lint FILE --fix-into NEW_FOLDER',
	source: userGuide('credential-helper', 'Credential helper', '2026-11-22', ['CA-24', 'KEY-10']),
	examples: {fails: 'client.pem: host, key of host', passes: 'host.pem: host\nkey.pem: key of host'},
	appliesTo: ({thing}) => thing.key !== undefined && thing.item.source.length === 0,
	check: ({thing, set}) =>
		set.fileOf(thing).certificates.length > 0
			? [{at: '', message: 'The private key lies in one file with certificates.'}]
			: [],
});
