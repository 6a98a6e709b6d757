import rule from '../../../src/rules/program/program-architecture.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {programExamples} from '../../support/rule-examples/program.ts';

describeRuleByExamples(rule, programExamples, [
	['that of the machine', '{}', 'passed'],
	[
		'another',
		'{"command": {"program": {"architecture": "arm64"}}}',
		'failed',
		'/opt/aws_signing_helper is made for arm64, and this machine is x64.',
	],
	['a narrower one of the same family', '{"command": {"program": {"architecture": "ia32"}}}', 'passed'],
	[
		'macOS, which runs both',
		'{"host": {"platform": "darwin", "architecture": "arm64"}, "command": {"program": {"format": "mach-o"}}}',
		'not-applicable',
	],
]);
