import type {NetworkSubject} from '../network-subject.ts';
import {defineRule} from '../rule.ts';
import {proxyStatus} from './proxy-status.ts';
import {proxies} from './sources.ts';
import {capital, proxyName, seenOf, unlessItRan} from './way.ts';

export default defineRule<NetworkSubject>({
	id: 'network-proxy-login',
	severity: 'error',
	title: 'The proxy gets the user name and the password that it asks for.',
	why: 'A proxy that answers 407 passes nothing on before it knows who asks.',
	fix: 'Put them into the variable, percent-encoded: http://USER:PASSWORD@proxy.example.com:3128',
	source: proxies(['ERR-18']),
	examples: {
		fails: 'proxy = HTTPS_PROXY http://proxy.example.com:3128\ntunnel = 407',
		passes: 'proxy = HTTPS_PROXY http://proxy.example.com:3128\ntunnel = 200',
	},
	appliesTo: ({network}) => proxyStatus(network) !== undefined,
	check(subject) {
		const proxy = seenOf(subject.network.proxy);
		if (!proxy || proxyStatus(subject.network) !== 407) {
			return [];
		}

		const wish = proxy.hasPassword
			? 'does not accept the user name and the password that stand there'
			: 'asks for a user name and a password';
		return [{at: 'tunnel', message: `${capital(proxyName(proxy))} ${wish} (HTTP 407).`, ...unlessItRan(subject)}];
	},
});
