import rule from '../../../src/rules/program/program-output-clean.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {programExamples} from '../../support/rule-examples/program.ts';

describeRuleByExamples(rule, programExamples, [
	[
		'a flag for every day',
		'{"command": {"words": ["/opt/aws_signing_helper", "credential-process", "--with-proxy"]}}',
		'passed',
	],
	[
		'one for looking into trouble',
		'{"command": {"words": ["/opt/aws_signing_helper", "credential-process", "--debug"]}}',
		'failed',
		'--debug prints requests: older versions print them where the credentials are due.',
	],
	[
		'one that verifies nobody',
		'{"command": {"words": ["/opt/aws_signing_helper", "credential-process", "--no-verify-ssl"]}}',
		'failed',
		'--no-verify-ssl lets anybody on the way answer in place of AWS.',
	],
	['our own program', '{"command": {"words": ["/usr/bin/anchorsmith", "credentials"]}}', 'not-applicable'],
]);
