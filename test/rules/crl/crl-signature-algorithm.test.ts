import rule from '../../../src/rules/crl/crl-signature-algorithm.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readCrlExample} from '../../support/rule-examples/crl.ts';

describeRule(rule, readCrlExample, [
	['SHA-256', 'signature = sha256', 'passed'],
	['SHA-1', 'signature = sha1', 'failed', 'The list is signed with SHA-1, which no longer proves anything.'],
]);
