import rule from '../../../src/rules/account/account-subject-enabled.ts';
import {describeRule} from '../../support/rule-cases.ts';

describeRule(rule, JSON.parse, [
	['an enabled one', rule.examples.passes, 'passed'],
	['a disabled one', rule.examples.fails, 'failed', 'The service marks the subject as disabled.'],
	[
		'a disabled certificate of an enabled one',
		'{"subject": {"isEnabled": true, "certificate": {"isEnabled": false, "hasFailed": false, "seenAt": ""}}}',
		'failed',
		'The service marks this certificate of the subject as disabled.',
	],
	['none that was ever seen', '{}', 'not-applicable'],
]);
