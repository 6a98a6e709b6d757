import rule from '../../../src/rules/network/network-proxy-login.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readWay} from '../../support/rule-examples/network.ts';

describeRule(rule, readWay, [
	['no proxy', '', 'not-applicable'],
	['not asked', 'proxy = HTTPS_PROXY http://proxy.example.com:3128\noffline = yes', 'not-applicable'],
	['a tunnel', 'proxy = HTTPS_PROXY http://proxy.example.com:3128\ntunnel = 200', 'passed'],
	['a refusal', 'proxy = HTTPS_PROXY http://proxy.example.com:3128\ntunnel = 403', 'passed'],
	[
		'asked for',
		'proxy = HTTPS_PROXY http://proxy.example.com:3128\ntunnel = 407',
		'failed',
		'The proxy proxy.example.com:3128, which HTTPS_PROXY names, asks for a user name and a password (HTTP 407).',
	],
	[
		'asked for without a tunnel',
		'proxy = HTTP_PROXY http://proxy.example.com:3128\ntls = none\nhttp = 407',
		'failed',
		'The proxy proxy.example.com:3128, which HTTP_PROXY names, asks for a user name and a password (HTTP 407).',
	],
	[
		'a wrong one',
		'proxy = HTTPS_PROXY http://proxy.example.com:3128\npassword = yes\ntunnel = 407',
		'failed',
		'The proxy proxy.example.com:3128, which HTTPS_PROXY names, does not accept the user name and the password that stand there (HTTP 407).',
	],
	[
		'that a helper of others gets by without',
		'proxy = HTTPS_PROXY http://proxy.example.com:3128\ntunnel = 407\nprogram = other\nran = 0',
		'failed',
		'warning: The proxy proxy.example.com:3128, which HTTPS_PROXY names, asks for a user name and a password (HTTP 407).',
	],
]);
