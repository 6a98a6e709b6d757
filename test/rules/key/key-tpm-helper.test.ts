import rule from '../../../src/rules/key/key-tpm-helper.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {keyExamples} from '../../support/rule-examples/key.ts';

describeRuleByExamples(rule, keyExamples, [
	['a file', 'form = pkcs8', 'passed'],
	['a TPM', 'form = tpm', 'failed', 'A TPM guards the key.'],
]);
