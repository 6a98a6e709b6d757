import rule from '../../../src/rules/program/program-patched.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {programExamples} from '../../support/rule-examples/program.ts';

describeRuleByExamples(rule, programExamples, [
	['the newest', '{}', 'passed'],
	[
		'one before the patches',
		'{"command": {"program": {"version": "1.7.2"}}}',
		'failed',
		'This is version 1.7.2, which lacks patches of its security.',
	],
	[
		'an old one',
		'{"command": {"program": {"version": "1.1.1"}}}',
		'failed',
		'This is version 1.1.1, which reads certificate and key once, so that it does not notice when they are renewed.',
	],
	['another program', '{"command": {"words": ["/bin/vault"]}}', 'not-applicable'],
]);
