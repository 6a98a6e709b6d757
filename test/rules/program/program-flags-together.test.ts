import rule from '../../../src/rules/program/program-flags-together.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {programExamples} from '../../support/rule-examples/program.ts';

describeRuleByExamples(rule, programExamples, [
	[
		'flags that go together',
		'{"command": {"words": ["/opt/aws_signing_helper", "credential-process", "--certificate", "/c.pem", "--private-key", "/k.pem"]}}',
		'passed',
	],
	[
		'flags that do not',
		'{"command": {"words": ["/opt/aws_signing_helper", "credential-process", "--private-key", "/k.pem", "--cert-selector", "file:///s.json"]}}',
		'failed',
		'--private-key and --cert-selector are both given.',
	],
	['our own program', '{"command": {"words": ["/usr/bin/anchorsmith", "credentials"]}}', 'not-applicable'],
]);
