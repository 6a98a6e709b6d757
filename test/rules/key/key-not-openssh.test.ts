import rule from '../../../src/rules/key/key-not-openssh.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {keyExamples} from '../../support/rule-examples/key.ts';

describeRuleByExamples(rule, keyExamples, [
	['PKCS#8', 'form = pkcs8', 'passed'],
	['OpenSSH', 'form = openssh', 'failed', 'The key is in the format of OpenSSH.'],
	['OpenSSH that is not read', 'form = openssh of another kind', 'failed', 'The key is in the format of OpenSSH.'],
]);
