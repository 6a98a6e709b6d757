import rule from '../../../src/rules/network/network-host-resolves.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readWay} from '../../support/rule-examples/network.ts';

describeRule(rule, readWay, [
	['an address', 'dns = 192.0.2.10', 'passed'],
	['nothing sent', 'offline = yes', 'not-applicable'],
	[
		'no such name',
		'dns = ENOTFOUND',
		'failed',
		'rolesanywhere.eu-central-1.amazonaws.com has no address: there is no such name (ENOTFOUND).',
	],
	[
		'no name server',
		'dns = EAI_AGAIN',
		'failed',
		'rolesanywhere.eu-central-1.amazonaws.com has no address: no name server gave an answer (EAI_AGAIN).',
	],
	[
		'of the proxy',
		'proxy = HTTPS_PROXY http://proxy.example.com:3128\ndns = ENOTFOUND',
		'failed',
		'The proxy proxy.example.com:3128, which HTTPS_PROXY names, has no address: there is no such name (ENOTFOUND).',
	],
	[
		'that a helper of others does without',
		'dns = ENOTFOUND\nprogram = official-helper 1.8.0\nran = 0',
		'failed',
		'warning: rolesanywhere.eu-central-1.amazonaws.com has no address: there is no such name (ENOTFOUND).',
	],
	[
		'of no endpoint',
		'endpoint = fault AWS_ENDPOINT_URL is no address.\ndns = ENOTFOUND',
		'failed',
		'The endpoint has no address: there is no such name (ENOTFOUND).',
	],
]);
