import rule from '../../../src/rules/program/program-format.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {programExamples} from '../../support/rule-examples/program.ts';

describeRuleByExamples(rule, programExamples, [
	['an executable of this system', '{}', 'passed'],
	['a script', '{"command": {"program": {"format": "script"}}}', 'passed'],
	[
		'a page',
		'{"command": {"program": {"format": "xml"}}}',
		'failed',
		'/opt/aws_signing_helper is a web page or an error in XML, not a program: the download failed.',
	],
	[
		'nothing',
		'{"command": {"program": {"format": "empty"}}}',
		'failed',
		'/opt/aws_signing_helper is empty: the download failed.',
	],
	[
		'something else',
		'{"command": {"program": {"format": "unknown"}}}',
		'failed',
		'/opt/aws_signing_helper is neither an executable nor a script that says what runs it.',
	],
	[
		'an executable of another system',
		'{"command": {"program": {"format": "pe"}}}',
		'failed',
		'/opt/aws_signing_helper is a program for Windows.',
	],
	['one that cannot be read', '{"command": {"program": {"format": "unknown", "isClosed": true}}}', 'not-applicable'],
]);
