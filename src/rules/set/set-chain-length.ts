import {userGuide} from '../citation.ts';
import {asCertificate} from '../file-set.ts';
import {defineRule} from '../rule.ts';
import type {ThingInSet} from '../thing-in-set.ts';

const MOST = 5;

export default defineRule<ThingInSet>({
	id: 'set-chain-length',
	severity: 'error',
	title: 'At most five certificates stand between an end-entity certificate and the trust anchor.',
	why: 'The header that carries them takes five.',
	fix: 'Leave out the root and what is not between the two, or anchor an issuer that is nearer.',
	source: userGuide('authentication', 'Authentication', '2026-11-22', ['CH-02']),
	examples: {
		fails: 'host.pem: host below 6\nchain.pem: 6 issuers',
		passes: 'host.pem: host below 5\nchain.pem: 5 issuers',
	},
	appliesTo: ({thing}) => thing.role === 'end-entity',
	check: ({thing, set}) => {
		const given = asCertificate(thing);
		const path = given ? set.pathAbove(given).filter(({certificate}) => !certificate.isSelfIssued) : [];
		if (path.length > MOST) {
			return [{at: '', message: `${path.length} certificates stand above it that are no root.`}];
		}

		const {count, endEntities} = set.fileOf(thing);
		return endEntities === 1 && count - 1 > MOST
			? [{at: '', message: `Its file holds ${count - 1} other certificates.`}]
			: [];
	},
});
