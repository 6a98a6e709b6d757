import rule from '../../../src/rules/key/key-readable.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {keyExamples} from '../../support/rule-examples/key.ts';

describeRuleByExamples(rule, keyExamples, [
	['a whole key', 'form = pkcs8', 'passed'],
	['an encrypted key', 'form = encrypted', 'passed'],
	['half a key', 'form = damaged', 'failed', 'The key in it cannot be read.'],
]);
