import rule from '../../../src/rules/file/file-byte-order-mark.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {fileExamples} from '../../support/rule-examples/file.ts';

describeRuleByExamples(rule, fileExamples, [
	['a certificate as it should be', '<certificate>', 'passed'],
	['a byte order mark', '<certificate, after a byte order mark>', 'failed', 'It begins with a byte order mark.'],
]);
