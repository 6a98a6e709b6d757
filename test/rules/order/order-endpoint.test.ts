import rule from '../../../src/rules/order/order-endpoint.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readOrder} from '../../support/rule-examples/order.ts';

describeRule(rule, readOrder, [
	[
		'the service',
		'{"order": {"endpoint": "https://rolesanywhere.eu-central-1.amazonaws.com", "trustAnchorArn": "arn:aws:rolesanywhere:eu-central-1:111122223333:trust-anchor/11111111-2222-4333-8444-555555555555"}}',
		'passed',
	],
	[
		'an endpoint in a VPC',
		'{"order": {"endpoint": "https://vpce-0a-1b.rolesanywhere.eu-central-1.vpce.amazonaws.com", "trustAnchorArn": "arn:aws:rolesanywhere:eu-central-1:111122223333:trust-anchor/11111111-2222-4333-8444-555555555555"}}',
		'passed',
	],
	['none', '{"order": {}}', 'not-applicable'],
	[
		'no scheme',
		'{"order": {"endpoint": "rolesanywhere.eu-central-1.amazonaws.com"}}',
		'failed',
		'--endpoint "rolesanywhere.eu-central-1.amazonaws.com" is no address of an endpoint.',
	],
	[
		'a password',
		'{"order": {"endpoint": "https://u:p@example.com"}}',
		'failed',
		'--endpoint "https://…@example.com" is no address of an endpoint.',
	],
	[
		'the path of the request',
		'{"order": {"endpoint": "https://rolesanywhere.eu-central-1.amazonaws.com/sessions"}}',
		'failed',
		'--endpoint "https://rolesanywhere.eu-central-1.amazonaws.com/sessions" ends in the path of the request, which is put behind it.',
	],
	[
		'the host of the downloads',
		'{"order": {"endpoint": "https://rolesanywhere.amazonaws.com"}}',
		'failed',
		'--endpoint "https://rolesanywhere.amazonaws.com" serves downloads only; it names no region.',
	],
	[
		'another region',
		'{"order": {"endpoint": "https://rolesanywhere.us-east-1.amazonaws.com", "trustAnchorArn": "arn:aws:rolesanywhere:eu-central-1:111122223333:trust-anchor/11111111-2222-4333-8444-555555555555"}}',
		'failed',
		'--endpoint "https://rolesanywhere.us-east-1.amazonaws.com" is in us-east-1, and the trust anchor is in eu-central-1.',
	],
]);
