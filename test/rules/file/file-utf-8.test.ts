import rule from '../../../src/rules/file/file-utf-8.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {fileExamples} from '../../support/rule-examples/file.ts';

describeRuleByExamples(rule, fileExamples, [
	['a certificate as it should be', '<certificate>', 'passed'],
	['UTF-16', '<certificate, in UTF-16>', 'failed', 'It is written in UTF-16, and PEM is plain ASCII.'],
]);
