import {userGuide} from '../citation.ts';
import {asCertificate, isAuthority} from '../file-set.ts';
import {defineRule} from '../rule.ts';
import type {ThingInSet} from '../thing-in-set.ts';

export default defineRule<ThingInSet>({
	id: 'set-superfluous',
	severity: 'notice',
	title: 'Every certificate of an issuer is needed for one of the end-entity certificates.',
	why: 'What belongs to another CA takes places in the chain and hides what is missing.',
	fix: 'Leave it out, or check that it is the issuer that you mean.',
	source: userGuide('authentication', 'Authentication', '2026-11-22', ['CH-02', 'CH-04']),
	examples: {
		fails: 'host.pem: host\nchain.pem: issuing, other root',
		passes: 'host.pem: host\nchain.pem: issuing, root',
	},
	appliesTo: ({thing, set}) => isAuthority(thing) && set.isBesideEndEntity(thing),
	check: ({thing, set}) => {
		const given = asCertificate(thing);
		return !given || set.hasIssued(given) || !set.isWhollyVerified
			? []
			: [{at: '', message: 'It issued none of the certificates here.'}];
	},
});
