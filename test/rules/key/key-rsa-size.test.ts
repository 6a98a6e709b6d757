import rule from '../../../src/rules/key/key-rsa-size.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {keyExamples} from '../../support/rule-examples/key.ts';

describeRuleByExamples(rule, keyExamples, [
	['2048 bits', 'algorithm = rsa2048', 'passed'],
	['1024 bits', 'algorithm = rsa1024', 'failed', 'The RSA key has 1024 bits.'],
	['EC', 'algorithm = p256', 'not-applicable'],
]);
