import rule from '../../../src/rules/account/account-session-policies.ts';
import {describeRule} from '../../support/rule-cases.ts';

describeRule(rule, JSON.parse, [
	['no policies', rule.examples.passes, 'passed'],
	['a managed policy', rule.examples.fails, 'failed', 'The profile narrows sessions by 1 managed policy.'],
	[
		'a session policy and two managed ones',
		'{"profile": {"arn": "PROFILE-ARN", "roleArns": [], "durationSeconds": 3600, "sessionPolicy": "{}", "managedPolicyArns": ["a", "b"]}}',
		'failed',
		'The profile narrows sessions by a session policy.',
		'The profile narrows sessions by 2 managed policies.',
	],
	['no profile that was seen', '{}', 'not-applicable'],
]);
