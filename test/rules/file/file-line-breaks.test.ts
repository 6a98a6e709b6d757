import rule from '../../../src/rules/file/file-line-breaks.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {fileExamples} from '../../support/rule-examples/file.ts';

describeRuleByExamples(rule, fileExamples, [
	['a certificate as it should be', '<certificate>', 'passed'],
	[
		'line breaks in letters',
		'<certificate, with \\n for its line breaks>',
		'failed',
		'Line breaks are written as \\n.',
	],
	['line breaks that were lost', '<certificate, in one line>', 'failed', 'The whole block stands in one line.'],
	['an indented block', '<certificate, indented>', 'failed', 'A boundary is indented.'],
	[
		'four dashes',
		'<certificate, with four dashes>',
		'failed',
		'A boundary is not written as five dashes, BEGIN or END, a label, five dashes.',
	],
]);
