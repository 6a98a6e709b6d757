import type {HttpEvidence} from '../../doctor/evidence/network.ts';
import {printable} from '../../printable.ts';
import type {NetworkSubject} from '../network-subject.ts';
import {quoted} from '../quoted.ts';
import {defineRule} from '../rule.ts';
import {proxyStatus} from './proxy-status.ts';
import {serviceEndpoints} from './sources.ts';
import {hostOf, isService, seenOf, unlessItRan} from './way.ts';

export default defineRule<NetworkSubject>({
	id: 'network-service-answers',
	severity: 'error',
	title: 'What answers is IAM Roles Anywhere, and not a login page or a proxy.',
	why: 'The service answers a request for its root with 404 and in JSON. Helpers cannot make anything of a page.',
	fix: 'Log in to this network with a browser, or have what answers let the host through.',
	source: serviceEndpoints(['EPT-06', 'ERR-18']),
	examples: {
		fails: 'http = 200\ntitle = Example Guest Wi-Fi: sign in',
		passes: 'http = 404',
	},
	appliesTo: ({network}) => network.http.state === 'seen' && proxyStatus(network) !== 407,
	check(subject) {
		const {network} = subject;
		const http = seenOf(network.http);
		if (!http || isService(network)) {
			return [];
		}

		const message = `What answers as ${hostOf(network)} is not IAM Roles Anywhere: it ${answerOf(http)}.`;
		return [{at: 'http', message, ...unlessItRan(subject)}];
	},
});

function answerOf({status, headers, title}: HttpEvidence): string {
	const {location, server} = headers;
	if (location !== undefined) {
		return `sends on to ${printable(location)} (HTTP ${status})`;
	}

	const page = title === undefined ? `answers with HTTP ${status}` : `shows the page ${quoted(title)} (HTTP ${status})`;
	return server === undefined ? page : `calls itself ${quoted(server)} and ${page}`;
}
