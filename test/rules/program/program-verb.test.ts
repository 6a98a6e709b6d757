import rule from '../../../src/rules/program/program-verb.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {programExamples} from '../../support/rule-examples/program.ts';

describeRuleByExamples(rule, programExamples, [
	[
		'the verb of the official helper',
		'{"command": {"words": ["/opt/aws_signing_helper", "credential-process", "--certificate", "/c.pem"]}}',
		'passed',
	],
	[
		'a server',
		'{"command": {"words": ["/opt/aws_signing_helper", "serve"]}}',
		'failed',
		'Behind the program stands "serve", not credential-process.',
	],
	[
		'no verb of our own',
		'{"command": {"words": ["/usr/bin/anchorsmith"]}}',
		'failed',
		'Behind the program stands "", not credentials.',
	],
	['another program', '{"command": {"words": ["/bin/vault", "read"]}}', 'not-applicable'],
]);
