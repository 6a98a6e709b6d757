import type {NetworkSubject} from '../network-subject.ts';
import {defineRule} from '../rule.ts';
import {serviceEndpoints} from './sources.ts';
import {failureOf, hostOf, inBrackets, unlessItRan, wasTried} from './way.ts';

export default defineRule<NetworkSubject>({
	id: 'network-answer-comes',
	severity: 'error',
	title: 'A request to the endpoint is answered.',
	why: 'The service answers within a moment. What takes the request and says nothing, or hangs up, is something on the way.',
	fix: 'Try again; if it stays so, look for a proxy or a firewall that holds answers back.',
	source: serviceEndpoints(['EPT-06', 'ERR-18']),
	examples: {
		fails: 'http = ETIMEDOUT',
		passes: 'http = 404',
	},
	appliesTo: ({network}) => wasTried(network.http),
	check(subject) {
		const failure = failureOf(subject.network.http);
		if (!failure) {
			return [];
		}

		const how =
			failure.code === 'ETIMEDOUT'
				? 'gives no answer in time'
				: /^(?:ECONNRESET|EPIPE)$/.test(failure.code ?? '')
					? 'cuts the connection off'
					: 'gives no answer in HTTP';
		const message = `What listens as ${hostOf(subject.network)} takes a request and ${how}${inBrackets(failure.code)}.`;
		return [{at: 'http', message, ...unlessItRan(subject)}];
	},
});
