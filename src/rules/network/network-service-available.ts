import type {NetworkSubject} from '../network-subject.ts';
import {defineRule} from '../rule.ts';
import {serviceEndpoints} from './sources.ts';
import {hostOf, isService, seenOf} from './way.ts';

export default defineRule<NetworkSubject>({
	id: 'network-service-available',
	severity: 'warning',
	title: 'The service is neither asked too often nor out of order.',
	why: 'It allows ten sessions a second in one region of an account, and fewer to one certificate or address: commands that run side by side each ask for one.',
	fix: 'Wait a minute; start fewer commands at once, and let credentials be kept: leave --no-cache out.',
	source: serviceEndpoints(['ERR-17', 'WIRE-19', 'WIRE-20']),
	examples: {
		fails: 'http = 429',
		passes: 'http = 404',
	},
	appliesTo: ({network}) => isService(network),
	check({network}) {
		const {status = 0} = seenOf(network.http) ?? {};
		const what = status === 429 ? 'is asked too often' : status >= 500 ? 'is out of order' : undefined;
		return what === undefined
			? []
			: [{at: 'http', message: `${hostOf(network)} says that it ${what} (HTTP ${status}).`}];
	},
});
