import {userGuide} from '../citation.ts';
import {isAuthority} from '../file-set.ts';
import {defineRule} from '../rule.ts';
import type {ThingInSet} from '../thing-in-set.ts';

export default defineRule<ThingInSet>({
	id: 'set-end-entity-first',
	severity: 'error',
	title: 'A file that holds an end-entity certificate and others begins with it.',
	why: 'The official helper presents the first certificate of the file, whichever that is: the service answers "Invalid signature" or "Insufficient certificate" to that of a CA.',
	fix: 'Put the end-entity certificate first: anchorsmith lint FILE --fix-into NEW_FOLDER',
	source: userGuide('credential-helper', 'Credential helper', '2026-11-22', ['CH-07', 'CH-08']),
	refusal: {code: 'AccessDeniedException', message: 'Invalid signature'},
	examples: {fails: 'bundle.pem: issuing, host', passes: 'bundle.pem: host, issuing'},
	appliesTo: ({thing}) => thing.role === 'end-entity',
	check: ({thing, set}) => {
		const {certificates, firstEndEntity} = set.fileOf(thing);
		const [first] = certificates;
		return first && isAuthority(first) && firstEndEntity === thing
			? [{at: '', message: 'A CA certificate stands before it in the file.'}]
			: [];
	},
});
