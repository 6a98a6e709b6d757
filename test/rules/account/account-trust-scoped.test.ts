import rule from '../../../src/rules/account/account-trust-scoped.ts';
import {describeRule} from '../../support/rule-cases.ts';

describeRule(rule, JSON.parse, [
	['a policy with conditions', rule.examples.passes, 'passed'],
	[
		'one without any',
		rule.examples.fails,
		'failed',
		'ROLE-ARN lets in every certificate of every trust anchor in the account.',
	],
	[
		'one with the trust anchor alone',
		'{"role": {"arn": "ROLE-ARN", "maxSessionDuration": 3600, "alsoLetsIn": "any-certificate"}}',
		'failed',
		'ROLE-ARN lets in every certificate of the trust anchor.',
	],
	['one that was not seen', '{}', 'not-applicable'],
]);
