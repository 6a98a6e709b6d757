import rule from '../../../src/rules/account/account-last-use-granted.ts';
import {describeRule} from '../../support/rule-cases.ts';

describeRule(rule, JSON.parse, [
	['granted', rule.examples.passes, 'passed'],
	[
		'refused',
		rule.examples.fails,
		'failed',
		'The service knew the certificate at 2026-06-01T00:00:00Z and refused the session all the same.',
	],
	['a certificate that was never seen', '{"subject": {"isEnabled": true}}', 'not-applicable'],
]);
