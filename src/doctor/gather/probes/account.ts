import {seenIn, unseen} from '../../evidence/look.ts';
import {borrowedCliProfile, borrowedMessage} from '../account/borrowed-credentials.ts';
import {lookAtAccount, nothingOfAccount} from '../account/look-at-account.ts';
import {arnsOf} from '../account/named-arns.ts';
import {defineProbe} from '../probe.ts';

/** What whoever administers the account sees of what the command names. */
export const accountProbe = defineProbe({
	part: 'account',
	needs: ['config', 'command', 'files'],
	async gather(before, surroundings) {
		const order = (before.command && seenIn(before.command)?.order) ?? {};
		const arns = arnsOf(order);
		const region = arns.trustAnchor?.region ?? arns.profile?.region ?? order.region;
		if (region === undefined) {
			return nothingOfAccount(unseen('nothing-to-look-at', 'No ARN says which account, and in which region.'));
		}

		if (surroundings.options.isOffline) {
			return nothingOfAccount(unseen('offline', 'Nothing was sent, as was asked for.'));
		}

		const borrowed = borrowedCliProfile(before, surroundings);
		return borrowed === undefined
			? lookAtAccount({before, surroundings, order, arns, region})
			: nothingOfAccount(unseen('no-credentials', borrowedMessage(borrowed, surroundings)));
	},
});
