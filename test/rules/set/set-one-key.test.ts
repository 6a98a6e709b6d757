import rule from '../../../src/rules/set/set-one-key.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {setExamples} from '../../support/rule-examples/set.ts';

describeRuleByExamples(rule, setExamples, [
	['one', 'key.pem: key of host', 'passed'],
	['two', 'key.pem: key of host, key of issuing', 'failed', 'Another private key stands before it in the file.'],
]);
