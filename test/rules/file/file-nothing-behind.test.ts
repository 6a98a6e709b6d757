import rule from '../../../src/rules/file/file-nothing-behind.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {fileExamples} from '../../support/rule-examples/file.ts';

describeRuleByExamples(rule, fileExamples, [
	['a certificate as it should be', '<certificate>', 'passed'],
	['more bytes', '<certificate, with bytes behind it>', 'failed', '4 bytes follow what the block should end with.'],
	[
		'the settings of openssl',
		'<certificate, with the settings of openssl behind it>',
		'failed',
		"warning: OpenSSL's trust settings follow the certificate.",
	],
]);
