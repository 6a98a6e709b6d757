import type {NetworkSubject} from '../network-subject.ts';
import {defineRule} from '../rule.ts';
import {isBefore} from '../version-order.ts';
import {helperProxy} from './sources.ts';
import {proxyName, seenOf} from './way.ts';

/** From this version on the official helper reads the variables itself (fact sheet, HLP-03). */
const READS_VARIABLES = '1.5.0';

export default defineRule<NetworkSubject>({
	id: 'network-proxy-used',
	severity: 'warning',
	title: 'Where a proxy is named, the official helper is told to use it, or is new enough to do so by itself.',
	why: 'Before 1.5 the official helper asks a proxy only with --with-proxy; without it requests go straight out, and a firewall stops them.',
	fix: 'Add --with-proxy to the line, or take a newer version of the helper.',
	source: helperProxy(['HLP-03']),
	examples: {
		fails: 'program = official-helper 1.4.0\nproxy = HTTPS_PROXY http://proxy.example.com:3128',
		passes: 'program = official-helper 1.8.0\nproxy = HTTPS_PROXY http://proxy.example.com:3128',
	},
	appliesTo: ({network, command}) =>
		seenOf(command?.program)?.maker === 'official-helper' && network.proxy.state === 'seen',
	check({network, command}) {
		const {version} = seenOf(command?.program) ?? {};
		const proxy = seenOf(network.proxy);
		const isTold = command?.words.includes('--with-proxy') === true;
		return isTold || proxy === undefined || version === undefined || !isBefore(version, READS_VARIABLES)
			? []
			: [{at: 'proxy', message: `Version ${version} of the helper does not ask ${proxyName(proxy)} by itself.`}];
	},
});
