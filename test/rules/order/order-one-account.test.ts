import rule from '../../../src/rules/order/order-one-account.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readOrder} from '../../support/rule-examples/order.ts';

describeRule(rule, readOrder, [
	[
		'one account',
		'{"order": {"trustAnchorArn": "arn:aws:rolesanywhere:eu-central-1:111122223333:trust-anchor/11111111-2222-4333-8444-555555555555", "profileArn": "arn:aws:rolesanywhere:eu-central-1:111122223333:profile/11111111-2222-4333-8444-555555555555", "roleArn": "arn:aws:iam::111122223333:role/Backup"}}',
		'passed',
	],
	['none that can be read', '{"order": {"roleArn": "x"}}', 'not-applicable'],
	[
		'a role of another account',
		'{"order": {"trustAnchorArn": "arn:aws:rolesanywhere:eu-central-1:111122223333:trust-anchor/11111111-2222-4333-8444-555555555555", "roleArn": "arn:aws:iam::444455556666:role/Backup"}}',
		'failed',
		'The ARNs name more than one account: --trust-anchor-arn 111122223333, --role-arn 444455556666.',
	],
	[
		'a role of another partition',
		'{"order": {"trustAnchorArn": "arn:aws:rolesanywhere:eu-central-1:111122223333:trust-anchor/11111111-2222-4333-8444-555555555555", "roleArn": "arn:aws-cn:iam::111122223333:role/Backup"}}',
		'failed',
		'The ARNs name more than one partition: --trust-anchor-arn aws, --role-arn aws-cn.',
	],
	[
		'a region of another partition',
		'{"order": {"trustAnchorArn": "arn:aws:rolesanywhere:cn-north-1:111122223333:trust-anchor/11111111-2222-4333-8444-555555555555"}}',
		'failed',
		'--trust-anchor-arn names the partition aws, and its region cn-north-1 is in aws-cn.',
	],
]);
