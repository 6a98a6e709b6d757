import type {NetworkSubject} from '../network-subject.ts';
import {defineRule} from '../rule.ts';
import {serviceEndpoints} from './sources.ts';
import {capital, failureOf, firstHost, inBrackets, unlessItRan, wasTried} from './way.ts';

export default defineRule<NetworkSubject>({
	id: 'network-host-resolves',
	severity: 'error',
	title: 'The host that is asked for credentials has an address.',
	why: 'Without an address nothing can be sent: helpers say "no such host", and clients only that they found no credentials.',
	fix: 'Check the region and the DNS of this machine; where only a proxy looks names up, name it in HTTPS_PROXY.',
	source: serviceEndpoints(['EPT-01', 'ERR-18']),
	examples: {
		fails: 'dns = ENOTFOUND',
		passes: 'dns = 192.0.2.10',
	},
	appliesTo: ({network}) => wasTried(network.dns),
	check(subject) {
		const failure = failureOf(subject.network.dns);
		if (!failure) {
			return [];
		}

		const how = failure.code === 'ENOTFOUND' ? 'there is no such name' : 'no name server gave an answer';
		const message = `${capital(firstHost(subject.network))} has no address: ${how}${inBrackets(failure.code)}.`;
		return [{at: 'dns', message, ...unlessItRan(subject)}];
	},
});
