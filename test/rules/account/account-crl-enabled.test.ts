import rule from '../../../src/rules/account/account-crl-enabled.ts';
import {describeRule} from '../../support/rule-cases.ts';

describeRule(rule, JSON.parse, [
	['no such list', rule.examples.passes, 'passed'],
	[
		'a list that is off',
		rule.examples.fails,
		'failed',
		'The list revoked hosts names the certificate as revoked and is not enabled.',
	],
	['lists that were not seen', '{}', 'not-applicable'],
]);
