import rule from '../../../src/rules/file/file-label.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {fileExamples} from '../../support/rule-examples/file.ts';

describeRuleByExamples(rule, fileExamples, [
	['a certificate as it should be', '<certificate>', 'passed'],
	[
		'another label',
		'<certificate, labelled CERTIFICATE REQUEST>',
		'failed',
		'The label says CERTIFICATE REQUEST, but this is a certificate.',
	],
	[
		'the label of a key',
		'<certificate, labelled PRIVATE KEY>',
		'failed',
		'The label says PRIVATE KEY, but this is a certificate.',
	],
	['an older label', '<certificate, labelled X509 CERTIFICATE>', 'passed'],
]);
