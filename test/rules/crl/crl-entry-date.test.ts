import rule from '../../../src/rules/crl/crl-entry-date.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readCrlExample} from '../../support/rule-examples/crl.ts';

describeRule(rule, readCrlExample, [
	['before the list', 'revokedAt = 2026-05-24T00:00:00Z', 'passed'],
	['with the list', 'revokedAt = 2026-05-25T00:00:00Z', 'passed'],
	[
		'after it',
		'revokedAt = 2026-05-26T00:00:00Z\nrevoked = 1, 2',
		'failed',
		'Of its entries 2 are dated after 2026-05-25T00:00:00Z, such as 01.',
	],
	['none', 'revoked = none', 'passed'],
]);
