import type {NetworkSubject} from '../network-subject.ts';
import {defineRule} from '../rule.ts';
import {proxyStatus} from './proxy-status.ts';
import {proxies} from './sources.ts';
import {capital, failureOf, hostOf, inBrackets, proxyName, seenOf, unlessItRan} from './way.ts';

export default defineRule<NetworkSubject>({
	id: 'network-proxy-lets-through',
	severity: 'error',
	title: 'The proxy opens a tunnel to the endpoint.',
	why: 'Requests go through a tunnel that the proxy opens; one whose list lacks the host refuses it.',
	fix: 'Have the proxy let the host through, or list the host in NO_PROXY where this machine may go straight there.',
	source: proxies(['ERR-18']),
	examples: {
		fails: 'proxy = HTTPS_PROXY http://proxy.example.com:3128\ntunnel = 403',
		passes: 'proxy = HTTPS_PROXY http://proxy.example.com:3128\ntunnel = 200',
	},
	appliesTo: ({network}) => proxyStatus(network) !== undefined || failureOf(network.tunnel) !== undefined,
	check(subject) {
		const {network} = subject;
		const proxy = seenOf(network.proxy);
		const status = proxyStatus(network);
		const failure = failureOf(network.tunnel);
		if (!proxy || (!failure && (status === undefined || status === 407 || (status >= 200 && status < 300)))) {
			return [];
		}

		const what = failure
			? `opens no tunnel to ${hostOf(network)}: ${failure.message.replace(/\.$/, '')}${inBrackets(failure.code)}`
			: `lets nobody through to ${hostOf(network)} (HTTP ${status})`;
		return [{at: 'tunnel', message: `${capital(proxyName(proxy))} ${what}.`, ...unlessItRan(subject)}];
	},
});
