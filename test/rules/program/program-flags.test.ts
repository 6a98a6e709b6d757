import rule from '../../../src/rules/program/program-flags.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {programExamples} from '../../support/rule-examples/program.ts';

describeRuleByExamples(rule, programExamples, [
	[
		'flags that there are',
		'{"command": {"words": ["/opt/aws_signing_helper", "credential-process", "--certificate", "/c.pem"]}}',
		'passed',
	],
	[
		'one of the user guide that no version has',
		'{"command": {"unknownFlags": ["--pkcs11-pin"]}}',
		'failed',
		'aws_signing_helper credential-process has no flag "--pkcs11-pin".',
	],
	[
		'a single hyphen',
		'{"command": {"unknownFlags": ["-certificate"]}}',
		'failed',
		'aws_signing_helper credential-process has no flag "-certificate".',
	],
	[
		'our own program',
		'{"command": {"words": ["/usr/bin/anchorsmith", "credentials"], "unknownFlags": ["--with-proxy"]}}',
		'failed',
		'anchorsmith credentials has no flag "--with-proxy".',
	],
	['another program', '{"command": {"words": ["/bin/vault"]}}', 'not-applicable'],
]);
