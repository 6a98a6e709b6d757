import rule from '../../../src/rules/key/key-private.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {keyExamples} from '../../support/rule-examples/key.ts';

describeRuleByExamples(rule, keyExamples, [
	['0600', 'mode = 0600', 'passed'],
	['0400', 'mode = 0400', 'passed'],
	['0640', 'mode = 0640', 'failed', 'The permissions of its file are 0640.'],
	['0604', 'mode = 0604', 'failed', 'The permissions of its file are 0604.'],
	['nobody knows', 'form = pkcs8', 'not-applicable'],
]);
