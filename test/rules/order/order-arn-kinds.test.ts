import rule from '../../../src/rules/order/order-arn-kinds.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readOrder} from '../../support/rule-examples/order.ts';

describeRule(rule, readOrder, [
	[
		'as they should be',
		'{"order": {"trustAnchorArn": "arn:aws:rolesanywhere:eu-central-1:111122223333:trust-anchor/11111111-2222-4333-8444-555555555555", "profileArn": "arn:aws:rolesanywhere:eu-central-1:111122223333:profile/11111111-2222-4333-8444-555555555555", "roleArn": "arn:aws:iam::111122223333:role/Backup"}}',
		'passed',
	],
	['none', '{"order": {}}', 'not-applicable'],
	[
		'two that are swapped',
		'{"order": {"trustAnchorArn": "arn:aws:rolesanywhere:eu-central-1:111122223333:profile/11111111-2222-4333-8444-555555555555", "profileArn": "arn:aws:rolesanywhere:eu-central-1:111122223333:trust-anchor/11111111-2222-4333-8444-555555555555", "roleArn": "arn:aws:iam::111122223333:role/Backup"}}',
		'failed',
		'--trust-anchor-arn is given the ARN of a profile, arn:aws:rolesanywhere:eu-central-1:111122223333:profile/11111111-2222-4333-8444-555555555555.',
		'--profile-arn is given the ARN of a trust-anchor, arn:aws:rolesanywhere:eu-central-1:111122223333:trust-anchor/11111111-2222-4333-8444-555555555555.',
	],
	[
		'one twice',
		'{"order": {"trustAnchorArn": "arn:aws:rolesanywhere:eu-central-1:111122223333:trust-anchor/11111111-2222-4333-8444-555555555555", "profileArn": "arn:aws:rolesanywhere:eu-central-1:111122223333:profile/11111111-2222-4333-8444-555555555555", "roleArn": "arn:aws:rolesanywhere:eu-central-1:111122223333:profile/11111111-2222-4333-8444-555555555555"}}',
		'failed',
		'--role-arn is given the ARN of a profile, arn:aws:rolesanywhere:eu-central-1:111122223333:profile/11111111-2222-4333-8444-555555555555.',
	],
	[
		'one that is cut short',
		'{"order": {"trustAnchorArn": "arn:aws:rolesanywhere:eu-central-1:111122223333:trust-anchor/11111111-2222-4333-8444-555555555"}}',
		'failed',
		'--trust-anchor-arn arn:aws:rolesanywhere:eu-central-1:111122223333:trust-anchor/11111111-2222-4333-8444-555555555 is not the ARN of a trust-anchor; one reads arn:aws:rolesanywhere:us-east-1:111122223333:trust-anchor/11111111-2222-4333-8444-555555555555.',
	],
	[
		'something else',
		'{"order": {"roleArn": "Backup\\u001b"}}',
		'failed',
		'--role-arn Backup\\u{1b} is not an ARN: it should read arn:<partition>:<service>:<region>:<account>:<resource> (for example arn:aws:iam::111122223333:role/NAME).',
	],
]);
