import rule from '../../../src/rules/order/order-one-region.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readOrder} from '../../support/rule-examples/order.ts';

describeRule(rule, readOrder, [
	[
		'one region',
		'{"order": {"trustAnchorArn": "arn:aws:rolesanywhere:eu-central-1:111122223333:trust-anchor/11111111-2222-4333-8444-555555555555", "profileArn": "arn:aws:rolesanywhere:eu-central-1:111122223333:profile/11111111-2222-4333-8444-555555555555"}}',
		'passed',
	],
	[
		'only one of them',
		'{"order": {"trustAnchorArn": "arn:aws:rolesanywhere:eu-central-1:111122223333:trust-anchor/11111111-2222-4333-8444-555555555555"}}',
		'not-applicable',
	],
	[
		'two regions',
		'{"order": {"trustAnchorArn": "arn:aws:rolesanywhere:eu-central-1:111122223333:trust-anchor/11111111-2222-4333-8444-555555555555", "profileArn": "arn:aws:rolesanywhere:us-east-1:111122223333:profile/11111111-2222-4333-8444-555555555555"}}',
		'failed',
		'The trust anchor is in eu-central-1, the profile in us-east-1.',
	],
]);
