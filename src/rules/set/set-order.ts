import {userGuide} from '../citation.ts';
import {asCertificate, isAuthority} from '../file-set.ts';
import {defineRule} from '../rule.ts';
import type {ThingInSet} from '../thing-in-set.ts';

export default defineRule<ThingInSet>({
	id: 'set-order',
	severity: 'notice',
	title:
		'Certificates of issuers stand in the order in which they issued: the issuer of the end-entity certificate first.',
	why: 'The helper sends them in the order of the file. Another order is tolerated as far as anyone saw, but nowhere promised.',
	fix: 'Put them in order: anchorsmith lint FILE --fix-into NEW_FOLDER',
	source: userGuide('authentication', 'Authentication', '2026-11-22', ['CH-04']),
	examples: {fails: 'chain.pem: root, issuing', passes: 'chain.pem: issuing, root'},
	appliesTo: ({thing}) => isAuthority(thing),
	check: ({thing, set}) => {
		const given = asCertificate(thing);
		const before = set.fileOf(thing).before(thing);
		const isIssuedByOneBefore =
			given !== undefined &&
			before !== undefined &&
			!given.certificate.isSelfIssued &&
			set.issuersOf(given).some(({certificate}) => certificate.fingerprint === before.certificate.fingerprint);
		return isIssuedByOneBefore ? [{at: '', message: 'Its own issuer stands before it in the file.'}] : [];
	},
});
