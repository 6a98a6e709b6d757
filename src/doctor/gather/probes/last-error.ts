import {absent} from '../../evidence/look.ts';
import {defineProbe} from '../probe.ts';

/** What `credentials` met when it last failed with the same order. */
export const lastErrorProbe = defineProbe({
	part: 'lastError',
	needs: ['command', 'host'],
	async gather() {
		return absent;
	},
});
