import rule from '../../../src/rules/network/network-endpoint-encrypted.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readWay} from '../../support/rule-examples/network.ts';

describeRule(rule, readWay, [
	["AWS's own", '', 'passed'],
	['on this machine', 'endpoint = --endpoint http://127.0.0.1:4321', 'passed'],
	[
		'elsewhere',
		'endpoint = AWS_ENDPOINT_URL http://rolesanywhere.example.com',
		'failed',
		'AWS_ENDPOINT_URL names http://rolesanywhere.example.com, which is not encrypted.',
	],
	['none', 'endpoint = fault AWS_ENDPOINT_URL is no address.', 'not-applicable'],
]);
