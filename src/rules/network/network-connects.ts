import type {NetworkSubject} from '../network-subject.ts';
import {defineRule} from '../rule.ts';
import {proxies} from './sources.ts';
import {capital, failureOf, firstHost, inBrackets, seenOf, unlessItRan, wasTried} from './way.ts';

export default defineRule<NetworkSubject>({
	id: 'network-connects',
	severity: 'error',
	title: 'The host that is asked for credentials takes connections.',
	why: 'A firewall that lets nothing out, a proxy that is gone or a port where nobody listens ends every request before it begins.',
	fix: 'Have this machine let out to that host and port, or correct the variable that names another one.',
	source: proxies(['ERR-18']),
	examples: {
		fails: 'tcp = ECONNREFUSED',
		passes: 'tcp = 192.0.2.10',
	},
	appliesTo: ({network}) => wasTried(network.tcp),
	check(subject) {
		const {network} = subject;
		const failure = failureOf(network.tcp);
		if (!failure) {
			return [];
		}

		const proxy = seenOf(network.proxy);
		const variable = seenOf(network.endpoint)?.origin ?? '';
		const fix = proxy
			? `Start that proxy, or name the one that is there: unset ${proxy.variable} where none is needed.`
			: variable.startsWith('AWS_')
				? `Unset ${variable}, unless requests are meant to go there.`
				: undefined;
		return [
			{
				at: 'tcp',
				message: `${capital(firstHost(network))} takes no connection: ${reasonOf(failure)}${inBrackets(failure.code)}.`,
				...(fix !== undefined && {fix}),
				...unlessItRan(subject),
			},
		];
	},
});

function reasonOf({code, message}: {readonly code?: string; readonly message: string}): string {
	switch (code) {
		case 'ECONNREFUSED':
			return 'nobody listens there';
		case 'ETIMEDOUT':
			return 'nothing came back in time';
		case 'EHOSTUNREACH':
		case 'ENETUNREACH':
			return 'there is no way to it';
		default:
			return message.replace(/\.$/, '');
	}
}
