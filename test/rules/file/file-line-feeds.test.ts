import rule from '../../../src/rules/file/file-line-feeds.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {fileExamples} from '../../support/rule-examples/file.ts';

describeRuleByExamples(rule, fileExamples, [
	['a certificate as it should be', '<certificate>', 'passed'],
	['CRLF', '<certificate, with CRLF>', 'failed', 'Its lines end in carriage returns.'],
]);
