import rule from '../../../src/rules/program/program-there.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {programExamples} from '../../support/rule-examples/program.ts';

describeRuleByExamples(rule, programExamples, [
	['a program that is there', '{}', 'passed'],
	[
		'a path that leads nowhere',
		'{"command": {"program": {"state": "absent"}}}',
		'failed',
		'There is no program "/opt/aws_signing_helper".',
	],
	[
		'a folder',
		'{"command": {"program": {"state": "unseen", "why": "failed", "code": "EISDIR", "message": "It is a folder."}}}',
		'failed',
		'There is no program "/opt/aws_signing_helper".',
	],
	[
		'a name that PATH does not have',
		'{"command": {"words": ["aws_signing_helper"], "program": {"state": "absent"}}}',
		'failed',
		'PATH leads to no program "aws_signing_helper".',
	],
	[
		'a home folder that no shell expands',
		'{"command": {"words": ["~/helper"], "program": {"state": "absent"}}}',
		'failed',
		'There is no program "~/helper"; without a shell, ~ is no home folder.',
	],
	[
		'our own program moved away',
		'{"command": {"words": ["/usr/bin/node", "/opt/x/main.js", "credentials"], "program": {"path": "/usr/bin/node", "maker": "own", "entry": {"state": "unseen", "why": "failed", "code": "ENOENT", "message": "It is not there."}}}}',
		'failed',
		'/usr/bin/node is told to run "/opt/x/main.js", which is not there any more.',
	],
	[
		'a program that this user may not look at',
		'{"command": {"program": {"state": "unseen", "why": "denied", "code": "EACCES", "message": "No."}}}',
		'not-applicable',
	],
]);
