import rule from '../../../src/rules/network/network-proxy-lets-through.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readWay} from '../../support/rule-examples/network.ts';

describeRule(rule, readWay, [
	['no proxy', '', 'not-applicable'],
	['a tunnel', 'proxy = HTTPS_PROXY http://proxy.example.com:3128\ntunnel = 200', 'passed'],
	['a password is asked for', 'proxy = HTTPS_PROXY http://proxy.example.com:3128\ntunnel = 407', 'passed'],
	[
		'a refusal',
		'proxy = HTTPS_PROXY http://proxy.example.com:3128\ntunnel = 403',
		'failed',
		'The proxy proxy.example.com:3128, which HTTPS_PROXY names, lets nobody through to rolesanywhere.eu-central-1.amazonaws.com (HTTP 403).',
	],
	[
		'no answer',
		'proxy = HTTPS_PROXY http://proxy.example.com:3128\ntunnel = ECONNRESET',
		'failed',
		'The proxy proxy.example.com:3128, which HTTPS_PROXY names, opens no tunnel to rolesanywhere.eu-central-1.amazonaws.com: it is ECONNRESET (ECONNRESET).',
	],
]);
