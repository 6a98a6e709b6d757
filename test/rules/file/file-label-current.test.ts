import rule from '../../../src/rules/file/file-label-current.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {fileExamples} from '../../support/rule-examples/file.ts';

describeRuleByExamples(rule, fileExamples, [
	['a certificate as it should be', '<certificate>', 'passed'],
	[
		'an older label',
		'<certificate, labelled X509 CERTIFICATE>',
		'failed',
		'The label is X509 CERTIFICATE; today it is CERTIFICATE.',
	],
	[
		'the label of openssl',
		'<certificate, labelled TRUSTED CERTIFICATE>',
		'failed',
		'The label is TRUSTED CERTIFICATE; today it is CERTIFICATE.',
	],
]);
