import rule from '../../../src/rules/crl/crl-repeated-entry.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readCrlExample} from '../../support/rule-examples/crl.ts';

describeRule(rule, readCrlExample, [
	['each once', 'revoked = 1, 2', 'passed'],
	['one three times', 'revoked = 1, 2, 1, 1', 'failed', 'The serial number 01 is listed more than once.'],
	[
		'a list with a scope, where issuers may differ',
		'revoked = 1, 1\n2.5.29.28 = critical, DER:30038401ff',
		'not-applicable',
	],
]);
