import rule from '../../../src/rules/crl/crl-issuer-present.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readCrlExample} from '../../support/rule-examples/crl.ts';

describeRule(rule, readCrlExample, [
	['a name', 'issuer = CN=a', 'passed'],
	['none', 'issuer =', 'failed', 'The name of the issuer is empty.'],
]);
