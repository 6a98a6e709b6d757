import rule from '../../../src/rules/account/account-same-account.ts';
import {describeRule} from '../../support/rule-cases.ts';

describeRule(rule, JSON.parse, [
	['the account of all ARNs', rule.examples.passes, 'passed'],
	[
		'another account',
		rule.examples.fails,
		'failed',
		'arn:aws:rolesanywhere:us-east-1:111122223333:trust-anchor/A is in the account 111122223333; the credentials that look at it are for 444455556666.',
	],
	[
		'a role of another account',
		'{"roleArn": "arn:aws:iam::444455556666:role/a", "administrator": {"arn": "", "accountId": "111122223333"}}',
		'failed',
		'arn:aws:iam::444455556666:role/a is in the account 444455556666; the credentials that look at it are for 111122223333.',
	],
	['text that is no ARN', '{"roleArn": "role/a", "administrator": {"arn": "", "accountId": "111122223333"}}', 'passed'],
	['nobody who looked', '{"roleArn": "arn:aws:iam::444455556666:role/a"}', 'not-applicable'],
]);
