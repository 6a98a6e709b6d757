import rule from '../../../src/rules/program/program-variables-set.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {programExamples} from '../../support/rule-examples/program.ts';

describeRuleByExamples(rule, programExamples, [
	['no variable', '{}', 'passed'],
	[
		'one that is not set',
		'{"command": {"missingVariables": ["KEY_PASS"]}}',
		'failed',
		'The environment variable "KEY_PASS" is not set here.',
	],
]);
