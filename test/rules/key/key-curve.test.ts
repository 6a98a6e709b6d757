import rule from '../../../src/rules/key/key-curve.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {keyExamples} from '../../support/rule-examples/key.ts';

describeRuleByExamples(rule, keyExamples, [
	['P-256', 'algorithm = p256', 'passed'],
	['P-384', 'algorithm = p384', 'passed'],
	['P-521', 'algorithm = p521', 'failed', 'warning: The EC key lies on P-521, unproven with the service.'],
	['secp256k1', 'algorithm = secp256k1', 'failed', 'The EC key lies on "secp256k1".'],
	['parameters', 'algorithm = p256-explicit-parameters', 'failed', 'The EC key lies on a curve that is spelled out.'],
	['RSA', 'algorithm = rsa2048', 'not-applicable'],
]);
