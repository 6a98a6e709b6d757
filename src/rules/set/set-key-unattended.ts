import {userGuide} from '../citation.ts';
import {defineRule} from '../rule.ts';
import type {ThingInSet} from '../thing-in-set.ts';

export default defineRule<ThingInSet>({
	id: 'set-key-unattended',
	severity: 'notice',
	title: 'A private key beside an end-entity certificate needs no passphrase.',
	why: 'A machine uses it by itself. The official helper takes a passphrase from its command line, where every process sees it, or asks a terminal, which a credential process has not; this program takes it from a file or a variable.',
	fix: 'Keep it so and give --passphrase-file to this program, or protect the file by its permissions alone.',
	source: userGuide('credential-helper', 'Credential helper', '2026-11-22', ['KEY-05', 'KEY-06']),
	examples: {fails: 'host.pem: host\nkey.pem: encrypted key of host', passes: 'host.pem: host\nkey.pem: key of host'},
	appliesTo: ({thing, set}) => thing.key !== undefined && set.isBesideEndEntity(thing),
	check: ({thing: {item}}) => (item.kind.includes('encrypted') ? [{at: '', message: 'The key is encrypted.'}] : []),
});
