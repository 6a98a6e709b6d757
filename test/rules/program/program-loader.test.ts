import rule from '../../../src/rules/program/program-loader.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {programExamples} from '../../support/rule-examples/program.ts';

describeRuleByExamples(rule, programExamples, [
	['a loader that is there', '{}', 'passed'],
	[
		'glibc on musl',
		'{"host": {"libc": "musl"}, "command": {"program": {"loader": {"state": "unseen", "why": "failed", "code": "ENOENT", "message": "/lib64/ld-linux-x86-64.so.2 is not there."}}}}',
		'failed',
		'/opt/aws_signing_helper wants a loader that is missing: /lib64/ld-linux-x86-64.so.2 is not there. This system has musl, not glibc.',
	],
	[
		'a script without its interpreter',
		'{"command": {"program": {"format": "script", "loader": {"state": "unseen", "why": "failed", "code": "ENOENT", "message": "node is not there."}}}}',
		'failed',
		'/opt/aws_signing_helper is a script whose interpreter is missing: node is not there.',
	],
	['no program', '{"command": {"program": {"state": "absent"}}}', 'not-applicable'],
]);
