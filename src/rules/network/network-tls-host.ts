import type {NetworkSubject} from '../network-subject.ts';
import {quoted} from '../quoted.ts';
import {defineRule} from '../rule.ts';
import {proxies} from './sources.ts';
import {hostOf, seenOf, unlessItRan} from './way.ts';

export default defineRule<NetworkSubject>({
	id: 'network-tls-host',
	severity: 'error',
	title: 'The certificate of the endpoint is for the name by which it was asked.',
	why: 'Somebody else answers: a login page, a wrong entry in the DNS or the hosts file, or an endpoint that is named otherwise.',
	fix: 'Check the name of the endpoint, and what answers in its place on this network.',
	source: proxies(['ERR-18']),
	examples: {
		fails: 'tls = ERR_TLS_CERT_ALTNAME_INVALID\nsubject = CN=portal.example.com',
		passes: 'tls = TLSv1.3',
	},
	appliesTo: ({network}) => network.tls.state === 'seen',
	check(subject) {
		const tls = seenOf(subject.network.tls);
		const [subjectName] = tls?.subjects ?? [];
		return tls?.problem === 'ERR_TLS_CERT_ALTNAME_INVALID'
			? [
					{
						at: 'tls',
						message: `What answers as ${hostOf(subject.network)} shows a certificate for another name${subjectName === undefined ? '' : `, that of ${quoted(subjectName)}`}.`,
						...unlessItRan(subject),
					},
				]
			: [];
	},
});
