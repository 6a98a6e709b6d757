import rule from '../../../src/rules/account/account-trust-anchor-visible.ts';
import {describeRule} from '../../support/rule-cases.ts';

describeRule(rule, JSON.parse, [
	['a bundle', rule.examples.passes, 'passed'],
	[
		'AWS Private CA',
		rule.examples.fails,
		'failed',
		'The certificates of the trust anchor are not shown: they are those of CA-ARN.',
	],
	[
		'a source that nobody describes',
		'{"trustAnchor": {"arn": "ARN", "sourceType": "SELF_SIGNED_REPOSITORY"}}',
		'failed',
		'The certificates of the trust anchor are not shown: its source is SELF_SIGNED_REPOSITORY.',
	],
	['none that was seen', '{}', 'not-applicable'],
]);
