import {expect, test} from 'vitest';
import {judgeNetwork} from '../../src/rules/judge-network.ts';
import {readWay} from '../support/rule-examples/network.ts';

function judged(...lines: readonly string[]): readonly string[] {
	return judgeNetwork(readWay(lines.join('\n'))).map(({severity, rule}) => `${severity} ${rule}`);
}

test('a way that leads to the service has nothing wrong with it', () => {
	expect(judged()).toEqual([]);
});

test('what was not looked at is not wrong', () => {
	expect(judged('offline = yes')).toEqual([]);
});

test('what a request meets first is told first', () => {
	expect(
		judged(
			'endpoint = AWS_ENDPOINT_URL https://rolesanywhere.us-east-1.amazonaws.com',
			'authorities = AWS_CA_BUNDLE /etc/ca.pem ENOENT',
			'tls = SELF_SIGNED_CERT_IN_CHAIN',
			'issuer = CN=Example Web Gateway',
			'http = 200',
			'title = Sign in',
		),
	).toEqual([
		'error network-endpoint',
		'error network-authorities',
		'error network-tls-trusted',
		'error network-service-answers',
	]);
});

test('worse things are told before milder ones', () => {
	expect(judged('dns = 10.0.3.7', 'http = 429', 'clock = 1800')).toEqual([
		'error network-clock',
		'warning network-service-available',
		'notice network-private-address',
	]);
});
