import rule from '../../../src/rules/network/network-endpoint.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readWay} from '../../support/rule-examples/network.ts';

describeRule(rule, readWay, [
	["AWS's own", '', 'passed'],
	['of a host that names no region', 'endpoint = AWS_ENDPOINT_URL https://vpce-1.example.com', 'passed'],
	[
		'of an interface endpoint',
		'endpoint = AWS_ENDPOINT_URL https://vpce-1.rolesanywhere.eu-central-1.vpce.amazonaws.com',
		'passed',
	],
	[
		'of another region',
		'endpoint = AWS_ENDPOINT_URL https://rolesanywhere.us-east-1.amazonaws.com',
		'failed',
		'AWS_ENDPOINT_URL names https://rolesanywhere.us-east-1.amazonaws.com as the endpoint, which is in us-east-1, and the trust anchor is in eu-central-1.',
	],
	[
		'of an interface endpoint of another region',
		'endpoint = endpoint_url in /home/a/.aws/config https://vpce-1.rolesanywhere.us-east-1.vpce.amazonaws.com',
		'failed',
		'endpoint_url in /home/a/.aws/config names https://vpce-1.rolesanywhere.us-east-1.vpce.amazonaws.com as the endpoint, which is in us-east-1, and the trust anchor is in eu-central-1.',
	],
	[
		'of another partition',
		'endpoint = AWS_ENDPOINT_URL https://rolesanywhere.eu-central-1.amazonaws.com.cn',
		'failed',
		'AWS_ENDPOINT_URL names https://rolesanywhere.eu-central-1.amazonaws.com.cn as the endpoint, which ends in amazonaws.com.cn; in the partition aws it is amazonaws.com.',
	],
	['for IPv6 too', 'endpoint = AWS_ENDPOINT_URL https://rolesanywhere.eu-central-1.api.aws', 'passed'],
	[
		'the global domain',
		'endpoint = AWS_ENDPOINT_URL https://rolesanywhere.amazonaws.com',
		'failed',
		'AWS_ENDPOINT_URL names https://rolesanywhere.amazonaws.com as the endpoint, which serves downloads only: it names no region.',
	],
	['of the flag, which another rule judges', 'endpoint = --endpoint https://rolesanywhere.amazonaws.com', 'passed'],
	[
		'no address',
		'endpoint = fault AWS_ENDPOINT_URL is no address of an endpoint: "x".',
		'failed',
		'AWS_ENDPOINT_URL is no address of an endpoint: "x".',
	],
	['no address of the flag', 'endpoint = fault --endpoint is no address of an endpoint: "x".', 'not-applicable'],
]);
