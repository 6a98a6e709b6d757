import rule from '../../../src/rules/program/program-executable.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {programExamples} from '../../support/rule-examples/program.ts';

describeRuleByExamples(rule, programExamples, [
	['a program that may be executed', '{}', 'passed'],
	[
		'one that may not',
		'{"command": {"program": {"mayBeExecuted": false}}}',
		'failed',
		'This user may not execute /opt/aws_signing_helper.',
	],
	[
		'one that another user may not execute',
		'{"command": {"program": {"mayBeExecuted": false}}, "host": {"user": {"name": "www", "uid": 33, "gids": [33], "isSelf": false}}}',
		'failed',
		'User www may not execute /opt/aws_signing_helper.',
	],
	['no program', '{"command": {"program": {"state": "absent"}}}', 'not-applicable'],
]);
