import {userGuide} from '../citation.ts';
import {asCertificate} from '../file-set.ts';
import {defineRule} from '../rule.ts';
import type {ThingInSet} from '../thing-in-set.ts';

export default defineRule<ThingInSet>({
	id: 'set-certificate-once',
	severity: 'notice',
	title: 'A certificate stands only once in a file.',
	why: 'Each copy takes one of the five places that a chain has in a request.',
	fix: 'Leave the copy out.',
	source: userGuide('authentication', 'Authentication', '2026-11-22', ['CH-02', 'CH-04']),
	examples: {fails: 'chain.pem: host, issuing, host', passes: 'chain.pem: host, issuing'},
	appliesTo: ({thing}) => thing.certificate !== undefined,
	check: ({thing, set}) => {
		const given = asCertificate(thing);
		const first = given && set.copiesOf(given).find(({path}) => path === thing.path);
		return first === thing ? [] : [{at: '', message: 'The same certificate stands before it in the file.'}];
	},
});
