import rule from '../../../src/rules/account/account-profile-duration.ts';
import {describeRule} from '../../support/rule-cases.ts';

describeRule(rule, JSON.parse, [
	['as long as the role allows', rule.examples.passes, 'passed'],
	[
		'longer',
		rule.examples.fails,
		'failed',
		'The profile gives 43200 seconds and the role allows 3600; only because the request asks for less is it granted.',
	],
	[
		'a request that leaves it to the profile, which is refused anyway',
		'{"profile": {"arn": "PROFILE-ARN", "roleArns": [], "durationSeconds": 43200, "managedPolicyArns": []}, "role": {"arn": "ROLE-ARN", "maxSessionDuration": 3600}}',
		'not-applicable',
	],
]);
