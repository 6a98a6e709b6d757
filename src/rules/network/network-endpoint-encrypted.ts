import {isLoopback} from '../../aws/access.ts';
import {printable} from '../../printable.ts';
import type {NetworkSubject} from '../network-subject.ts';
import {defineRule} from '../rule.ts';
import {dataProtection} from './sources.ts';
import {seenOf} from './way.ts';

export default defineRule<NetworkSubject>({
	id: 'network-endpoint-encrypted',
	severity: 'warning',
	title: 'The endpoint is reached over TLS, unless it is on this machine.',
	why: 'Credentials come back in the answer: without TLS everybody on the way can read and use them.',
	fix: 'Name the endpoint with https://',
	source: dataProtection(['EPT-07']),
	examples: {
		fails: 'endpoint = --endpoint http://rolesanywhere.example.com',
		passes: 'endpoint = --endpoint http://127.0.0.1:8443',
	},
	appliesTo: ({network}) => network.endpoint.state === 'seen',
	check({network}) {
		const {url, origin} = seenOf(network.endpoint) ?? {url: '', origin: ''};
		return !/^http:/i.test(url) || isLoopback(url)
			? []
			: [{at: 'endpoint', message: `${printable(origin)} names ${printable(url)}, which is not encrypted.`}];
	},
});
