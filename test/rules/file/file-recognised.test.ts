import rule from '../../../src/rules/file/file-recognised.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {fileExamples} from '../../support/rule-examples/file.ts';

describeRuleByExamples(rule, fileExamples, [
	['a certificate as it should be', '<certificate>', 'passed'],
	['nothing', '', 'failed', 'It is empty.'],
	['white space', ' \n\n', 'failed', 'It is empty.'],
	['prose', 'Dear sir or madam', 'failed', 'It is neither PEM nor DER nor anything else that is known here.'],
	['a key of PuTTY', 'PuTTY-User-Key-File-3: ssh-rsa', 'failed', 'It is a private key of PuTTY.'],
]);
