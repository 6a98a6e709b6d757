import rule from '../../../src/rules/crl/crl-number.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readCrlExample} from '../../support/rule-examples/crl.ts';

describeRule(rule, readCrlExample, [
	['a number', 'number = 7', 'passed'],
	['none', 'number = absent', 'failed', 'The list has no number.'],
	['version 1', 'version = 1', 'not-applicable'],
]);
