import rule from '../../../src/rules/program/program-glibc.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {programExamples} from '../../support/rule-examples/program.ts';

describeRuleByExamples(rule, programExamples, [
	['an older one than that of the system', '{}', 'passed'],
	[
		'a newer one',
		'{"host": {"libc": "glibc 2.26"}}',
		'failed',
		'/opt/aws_signing_helper asks for glibc 2.34, and this system has 2.26.',
	],
	['numbers, not letters', '{"command": {"program": {"glibc": "2.4"}}}', 'passed'],
	['musl', '{"host": {"libc": "musl"}}', 'not-applicable'],
]);
