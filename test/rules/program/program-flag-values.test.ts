import rule from '../../../src/rules/program/program-flag-values.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {programExamples} from '../../support/rule-examples/program.ts';

describeRuleByExamples(rule, programExamples, [
	[
		'values',
		'{"command": {"words": ["/opt/aws_signing_helper", "credential-process", "--certificate", "/c.pem", "--private-key=/k.pem", "--debug"]}}',
		'passed',
	],
	[
		'an empty variable',
		'{"command": {"words": ["/opt/aws_signing_helper", "credential-process", "--certificate", "--private-key", "/k.pem"]}}',
		'failed',
		'Behind --certificate stands "--private-key", which is taken for its value.',
	],
	[
		'nothing at the end',
		'{"command": {"words": ["/opt/aws_signing_helper", "credential-process", "--certificate"]}}',
		'failed',
		'Nothing stands behind --certificate.',
	],
	[
		'an empty value',
		'{"command": {"words": ["/opt/aws_signing_helper", "credential-process", "--certificate="]}}',
		'failed',
		'Nothing stands behind --certificate.',
	],
	['another program', '{"command": {"words": ["/bin/vault", "--x"]}}', 'not-applicable'],
]);
