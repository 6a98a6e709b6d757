import {userGuide} from '../citation.ts';
import {defineRule} from '../rule.ts';
import type {ThingInSet} from '../thing-in-set.ts';

export default defineRule<ThingInSet>({
	id: 'set-no-root',
	severity: 'notice',
	title: 'The root is not among the certificates that are presented.',
	why: 'The service has the root where it is the trust anchor, and never trusts one that it is sent; it only takes one of five places.',
	fix: 'Leave the root out: anchorsmith lint FILE --fix-into NEW_FOLDER',
	source: userGuide('authentication', 'Authentication', '2026-11-22', ['CH-02', 'CH-04']),
	examples: {fails: 'bundle.pem: host, issuing, root', passes: 'bundle.pem: host, issuing\nroot.pem: root'},
	appliesTo: ({thing}) => thing.role === 'anchor',
	check: ({thing, set}) =>
		set.fileOf(thing).firstEndEntity
			? [{at: '', message: 'It is a root in one file with an end-entity certificate.'}]
			: [],
});
