import type {NetworkSubject} from '../network-subject.ts';
import {defineRule} from '../rule.ts';
import {proxies} from './sources.ts';
import {failureOf, wasTried} from './way.ts';

export default defineRule<NetworkSubject>({
	id: 'network-proxy-address',
	severity: 'error',
	title: 'A variable that names a proxy holds the address of one.',
	why: 'What is no address of an http or https proxy cannot be connected to, and nothing is sent past it.',
	fix: 'Set the variable to an address such as http://proxy.example.com:3128, or unset it.',
	source: proxies(['ERR-18', 'HLP-03']),
	examples: {
		fails: 'proxy = malformed',
		passes: 'proxy = HTTPS_PROXY http://proxy.example.com:3128',
	},
	appliesTo: ({network}) => wasTried(network.proxy),
	check({network}) {
		const failure = failureOf(network.proxy);
		return failure ? [{at: 'proxy', message: failure.message}] : [];
	},
});
