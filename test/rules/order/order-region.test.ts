import rule from '../../../src/rules/order/order-region.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readOrder} from '../../support/rule-examples/order.ts';

describeRule(rule, readOrder, [
	[
		'the same',
		'{"order": {"region": "eu-central-1", "trustAnchorArn": "arn:aws:rolesanywhere:eu-central-1:111122223333:trust-anchor/11111111-2222-4333-8444-555555555555"}}',
		'passed',
	],
	[
		'none given',
		'{"order": {"trustAnchorArn": "arn:aws:rolesanywhere:eu-central-1:111122223333:trust-anchor/11111111-2222-4333-8444-555555555555"}}',
		'not-applicable',
	],
	[
		'another',
		'{"order": {"region": "us-east-1", "trustAnchorArn": "arn:aws:rolesanywhere:eu-central-1:111122223333:trust-anchor/11111111-2222-4333-8444-555555555555"}}',
		'failed',
		'--region is us-east-1, and the trust anchor is in eu-central-1.',
	],
]);
