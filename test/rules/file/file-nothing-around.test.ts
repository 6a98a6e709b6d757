import rule from '../../../src/rules/file/file-nothing-around.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {fileExamples} from '../../support/rule-examples/file.ts';

describeRuleByExamples(rule, fileExamples, [
	['a certificate as it should be', '<certificate>', 'passed'],
	['text', '<certificate, after a line of text>', 'failed', 'Text that is not PEM stands around the blocks.'],
]);
