import rule from '../../../src/rules/network/network-private-address.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readWay} from '../../support/rule-examples/network.ts';

describeRule(rule, readWay, [
	['public', 'dns = 192.0.2.10', 'passed'],
	['public and private', 'dns = 10.0.3.7 192.0.2.10', 'passed'],
	[
		'private',
		'dns = 10.0.3.7 172.20.1.9',
		'failed',
		'rolesanywhere.eu-central-1.amazonaws.com is at the private address 10.0.3.7, 172.20.1.9.',
	],
	[
		'private, IPv6',
		'dns = fd00::7',
		'failed',
		'rolesanywhere.eu-central-1.amazonaws.com is at the private address fd00::7.',
	],
	['of a proxy', 'proxy = HTTPS_PROXY http://proxy.example.com:3128\ndns = 10.0.3.7', 'not-applicable'],
	['of another endpoint', 'endpoint = --endpoint http://127.0.0.1:1\ndns = 127.0.0.1', 'not-applicable'],
	['not looked at', 'offline = yes', 'not-applicable'],
]);
