import rule from '../../../src/rules/program/program-loose-words.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {programExamples} from '../../support/rule-examples/program.ts';

describeRuleByExamples(rule, programExamples, [
	[
		'flags and values',
		'{"command": {"words": ["/opt/aws_signing_helper", "credential-process", "--certificate", "/c.pem", "--debug"]}}',
		'passed',
	],
	[
		'a backslash before a blank',
		'{"command": {"words": ["/opt/aws_signing_helper", "credential-process", " --certificate", "/c.pem"]}}',
		'failed',
		'" --certificate" is no flag: a backslash made the blank before it part of the word.',
		'"/c.pem" belongs to no flag.',
	],
	[
		'a path that falls apart',
		'{"command": {"words": ["/opt/aws_signing_helper", "credential-process", "--certificate", "/my", "certificate.pem"]}}',
		'failed',
		'"certificate.pem" belongs to no flag.',
	],
	['another program', '{"command": {"words": ["/bin/vault", "read"]}}', 'not-applicable'],
]);
