import {unseen} from '../../evidence/look.ts';
import {defineProbe} from '../probe.ts';

/** What whoever administers the account sees of what the command names. */
export const accountProbe = defineProbe({
	part: 'account',
	needs: ['config', 'command', 'files'],
	async gather() {
		const nothing = unseen('nothing-to-look-at', 'The account was not looked at.');
		return {
			administrator: nothing,
			trustAnchor: nothing,
			trustAnchors: nothing,
			profile: nothing,
			profiles: nothing,
			role: nothing,
			crls: nothing,
			subject: nothing,
		};
	},
});
