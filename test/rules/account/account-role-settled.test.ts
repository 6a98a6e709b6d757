import rule from '../../../src/rules/account/account-role-settled.ts';
import {describeRule} from '../../support/rule-cases.ts';

describeRule(rule, JSON.parse, [
	['three minutes old', rule.examples.passes, 'passed'],
	[
		'a minute old, and a session was granted since',
		'{"at": "2026-06-01T00:01:00Z", "role": {"arn": "ARN", "maxSessionDuration": 3600, "createdAt": "2026-06-01T00:00:00Z"}, "subject": {"isEnabled": true, "certificate": {"isEnabled": true, "hasFailed": false, "seenAt": "2026-06-01T00:00:30Z"}}}',
		'passed',
	],
	[
		'a minute old, and a session was granted before',
		'{"at": "2026-06-01T00:01:00Z", "role": {"arn": "ARN", "maxSessionDuration": 3600, "createdAt": "2026-06-01T00:00:00Z"}, "subject": {"isEnabled": true, "certificate": {"isEnabled": true, "hasFailed": false, "seenAt": "2026-05-31T00:00:30Z"}}}',
		'failed',
		'The role was made 60 seconds ago.',
	],
	['a minute old', rule.examples.fails, 'failed', 'The role was made 60 seconds ago.'],
	[
		'made in the future, by a clock that is off',
		'{"at": "2026-06-01T00:00:00Z", "role": {"arn": "ARN", "maxSessionDuration": 3600, "createdAt": "2026-06-01T00:00:01Z"}}',
		'passed',
	],
	[
		'of unknown age',
		'{"at": "2026-06-01T00:00:00Z", "role": {"arn": "ARN", "maxSessionDuration": 3600}}',
		'not-applicable',
	],
]);
