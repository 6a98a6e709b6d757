import {unseen} from '../../evidence/look.ts';
import {defineProbe} from '../probe.ts';

/** The way to the service, link by link; each has its own deadline. */
export const networkProbe = defineProbe({
	part: 'network',
	needs: ['config', 'command'],
	async gather() {
		const nothing = unseen('nothing-to-look-at', 'The way to the service was not looked at.');
		return {
			endpoint: nothing,
			proxy: nothing,
			dns: nothing,
			tcp: nothing,
			tunnel: nothing,
			authorities: nothing,
			tls: nothing,
			http: nothing,
		};
	},
});
