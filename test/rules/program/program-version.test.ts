import rule from '../../../src/rules/program/program-version.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {programExamples} from '../../support/rule-examples/program.ts';

describeRuleByExamples(rule, programExamples, [
	[
		'a version that has the flag',
		'{"command": {"words": ["/opt/aws_signing_helper", "credential-process", "--role-session-name", "host"]}}',
		'passed',
	],
	[
		'one that has not',
		'{"command": {"words": ["/opt/aws_signing_helper", "credential-process", "--pkcs8-password=REDACTED"], "program": {"version": "1.5.0"}}}',
		'failed',
		'--pkcs8-password came with version 1.6.0, and this is 1.5.0.',
	],
	['another program', '{"command": {"words": ["/bin/vault"]}}', 'not-applicable'],
]);
