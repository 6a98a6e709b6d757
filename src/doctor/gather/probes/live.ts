import {unseen} from '../../evidence/look.ts';
import {defineProbe} from '../probe.ts';

/** One real CreateSession request of our own. Nothing that it grants is kept. */
export const liveProbe = defineProbe({
	part: 'live',
	needs: ['command', 'files', 'network'],
	async gather() {
		return unseen('nothing-to-look-at', 'Nothing was asked.');
	},
});
