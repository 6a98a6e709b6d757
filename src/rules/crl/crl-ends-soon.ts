import {rfc5280} from '../citation.ts';
import type {CrlToImport} from '../crl-to-import.ts';
import {instant} from '../quoted.ts';
import {defineRule} from '../rule.ts';

const WEEK = 7 * 24 * 60 * 60 * 1000;

export default defineRule<CrlToImport>({
	id: 'crl-ends-soon',
	severity: 'notice',
	title: 'The list does not end soon.',
	why: 'Nobody fetches the next one: it has to be imported, and how the service takes a list that has ended is not documented.',
	fix: 'Make the next list and import it in place of this one: aws rolesanywhere update-crl',
	source: rfc5280('5.1.2.5', '2026-11-22', ['CRL-07', 'CRL-01']),
	examples: {fails: 'nextUpdate = 2026-06-02T00:00:00Z', passes: 'nextUpdate = 2026-07-01T00:00:00Z'},
	appliesTo: () => true,
	check({crl: {thisUpdate, nextUpdate}, at}) {
		if (!nextUpdate || at > nextUpdate) {
			return [];
		}

		const threshold = Math.min(WEEK, (nextUpdate.getTime() - thisUpdate.getTime()) / 3);
		return nextUpdate.getTime() - at.getTime() < threshold
			? [{at: 'nextUpdate', message: `The list ends on ${instant(nextUpdate)}.`}]
			: [];
	},
});
