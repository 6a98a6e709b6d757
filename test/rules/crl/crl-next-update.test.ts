import rule from '../../../src/rules/crl/crl-next-update.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readCrlExample} from '../../support/rule-examples/crl.ts';

describeRule(rule, readCrlExample, [
	['an end', 'nextUpdate = 2026-07-01T00:00:00Z', 'passed'],
	['none', 'nextUpdate = absent', 'failed', 'The list has no nextUpdate.'],
]);
