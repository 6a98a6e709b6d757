import rule from '../../../src/rules/file/file-complete.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {fileExamples} from '../../support/rule-examples/file.ts';

describeRuleByExamples(rule, fileExamples, [
	['a certificate as it should be', '<certificate>', 'passed'],
	['a block without an end', '<certificate, cut off>', 'failed', 'The block has no end (line 1).'],
	['an end without a beginning', '-----END CERTIFICATE-----', 'failed', 'A block ends that never began (line 1).'],
	[
		'base64 that is none',
		'-----BEGIN CERTIFICATE-----\nA\n-----END CERTIFICATE-----',
		'failed',
		'The block does not hold sound base64 (line 1).',
	],
]);
