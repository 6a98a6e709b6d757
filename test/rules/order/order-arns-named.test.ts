import rule from '../../../src/rules/order/order-arns-named.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readOrder} from '../../support/rule-examples/order.ts';

describeRule(rule, readOrder, [
	['all three', '{"order": {"trustAnchorArn": "x", "profileArn": "x", "roleArn": "x"}}', 'passed'],
	[
		'none',
		'{"order": {}}',
		'failed',
		'The command has no --trust-anchor-arn.',
		'The command has no --profile-arn.',
		'The command has no --role-arn.',
	],
	[
		'an empty variable',
		'{"order": {"trustAnchorArn": "x", "profileArn": "", "roleArn": "x"}}',
		'failed',
		'--profile-arn is followed by nothing.',
	],
]);
