import rule from '../../../src/rules/account/account-role-path.ts';
import {describeRule} from '../../support/rule-cases.ts';

describeRule(rule, JSON.parse, [
	['the same path', rule.examples.passes, 'passed'],
	[
		'another path in the list',
		rule.examples.fails,
		'failed',
		'The request names arn:aws:iam::111122223333:role/Uploader; the profile lists arn:aws:iam::111122223333:role/app/Uploader.',
	],
	[
		'another path in IAM',
		'{"roleArn": "arn:aws:iam::111122223333:role/Uploader", "role": {"arn": "arn:aws:iam::111122223333:role/app/Uploader", "maxSessionDuration": 3600}}',
		'failed',
		'The request names arn:aws:iam::111122223333:role/Uploader; the role is arn:aws:iam::111122223333:role/app/Uploader.',
	],
	[
		'another role',
		'{"roleArn": "arn:aws:iam::111122223333:role/app/Other", "profile": {"arn": "PROFILE-ARN", "roleArns": ["arn:aws:iam::111122223333:role/app/Uploader"], "durationSeconds": 3600, "managedPolicyArns": []}}',
		'passed',
	],
	['nothing that was seen', '{"roleArn": "arn:aws:iam::111122223333:role/app/Other"}', 'not-applicable'],
]);
