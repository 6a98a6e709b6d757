import type {NetworkSubject} from '../network-subject.ts';
import {defineRule} from '../rule.ts';
import {dataProtection} from './sources.ts';
import {failureOf, hostOf, inBrackets, unlessItRan, wasTried} from './way.ts';

export default defineRule<NetworkSubject>({
	id: 'network-tls-speaks',
	severity: 'error',
	title: 'The endpoint speaks TLS 1.2 or later.',
	why: 'Before a request is sent both sides agree on TLS. What listens on another port, speaks plain HTTP or filters by name does not.',
	fix: 'Check the address and the port of the endpoint, and whether something between here and there filters TLS.',
	source: dataProtection(['EPT-07', 'ERR-18']),
	examples: {
		fails: 'tls = EPROTO',
		passes: 'tls = TLSv1.3',
	},
	appliesTo: ({network}) => wasTried(network.tls),
	check(subject) {
		const failure = failureOf(subject.network.tls);
		if (!failure) {
			return [];
		}

		const how =
			failure.code === 'ETIMEDOUT'
				? 'does not answer when TLS is begun'
				: /^(?:ECONNRESET|EPIPE)$/.test(failure.code ?? '')
					? 'cuts the connection off when TLS is begun'
					: 'does not speak TLS as it should';
		return [
			{
				at: 'tls',
				message: `What answers as ${hostOf(subject.network)} ${how}${inBrackets(failure.code)}.`,
				...unlessItRan(subject),
			},
		];
	},
});
