import rule from '../../../src/rules/key/key-not-legacy-encrypted.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {keyExamples} from '../../support/rule-examples/key.ts';

describeRuleByExamples(rule, keyExamples, [
	['PKCS#8', 'form = encrypted', 'passed'],
	['Proc-Type', 'form = legacy', 'failed', 'The key is encrypted in the old way of OpenSSL (Proc-Type: 4,ENCRYPTED).'],
]);
