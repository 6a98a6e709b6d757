import rule from '../../../src/rules/file/file-pem.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {fileExamples} from '../../support/rule-examples/file.ts';

describeRuleByExamples(rule, fileExamples, [
	['a certificate as it should be', '<certificate>', 'passed'],
	['DER', '<certificate, in DER>', 'failed', 'It is binary (DER), not PEM.'],
	['bare base64', '<certificate, in base64>', 'failed', 'It is base64 without the lines of dashes that PEM has.'],
	['base64 of PEM', '<certificate, in base64 twice>', 'failed', 'It is base64 of a file, not the file itself.'],
]);
