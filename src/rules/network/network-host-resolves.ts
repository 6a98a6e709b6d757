import type {NetworkSubject} from '../network-subject.ts';
import {quoted} from '../quoted.ts';
import {defineRule} from '../rule.ts';
import {serviceEndpoints} from './sources.ts';
import {failureOf, hostAsked, inBrackets} from './way.ts';

export default defineRule<NetworkSubject>({
	id: 'network-host-resolves',
	severity: 'error',
	title: 'The name of the host that is asked for credentials has an address.',
	why: 'Without an address nothing can be sent: helpers say "no such host", and clients that they cannot find credentials.',
	fix: 'Check the region and the DNS of this machine; where only a proxy may look names up, name it in HTTPS_PROXY.',
	source: serviceEndpoints(['EPT-01', 'ERR-18']),
	examples: {
		fails: 'dns = ENOTFOUND',
		passes: 'dns = 192.0.2.10',
	},
	appliesTo: ({network: {dns}}) => dns.state === 'seen' || failureOf(dns) !== undefined,
	check({network}) {
		const failure = failureOf(network.dns);
		if (!failure) {
			return [];
		}

		const asked = hostAsked(network);
		const name = asked ? `The ${asked.isProxy ? 'proxy' : 'endpoint'} ${quoted(asked.host)}` : 'The host';
		const how = failure.code === 'ENOTFOUND' ? 'there is no such name' : 'no name server gave an answer';
		return [{at: 'dns', message: `${name} cannot be resolved: ${how}${inBrackets(failure.code)}.`}];
	},
});
