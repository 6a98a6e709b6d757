import {userGuide} from '../citation.ts';
import {defineRule} from '../rule.ts';
import type {ThingInSet} from '../thing-in-set.ts';

export default defineRule<ThingInSet>({
	id: 'set-one-key',
	severity: 'warning',
	title: 'A file holds one private key.',
	why: 'Helpers take the first one that they find.',
	fix: 'Put the key that belongs to the certificate alone in a file.',
	source: userGuide('credential-helper', 'Credential helper', '2026-11-22', ['KEY-01', 'KEY-02']),
	examples: {fails: 'key.pem: key of host, key of issuing', passes: 'key.pem: key of host'},
	appliesTo: ({thing}) => thing.key !== undefined && thing.item.source.length === 0,
	check: ({thing, set}) =>
		set.fileOf(thing).firstKey === thing
			? []
			: [{at: '', message: 'Another private key stands before it in the file.'}],
});
