import rule from '../../../src/rules/program/program-node-version.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {programExamples} from '../../support/rule-examples/program.ts';

describeRuleByExamples(rule, programExamples, [
	['a newer one', '{"command": {"program": {"maker": "own", "nodeVersion": "v22.12.0"}}}', 'passed'],
	['the oldest that will do', '{"command": {"program": {"maker": "own", "nodeVersion": "v20.19.0"}}}', 'passed'],
	[
		'an older one',
		'{"command": {"program": {"maker": "own", "path": "/usr/bin/node", "nodeVersion": "v18.19.1"}}}',
		'failed',
		'/usr/bin/node is Node v18.19.1.',
	],
	['the official helper', '{}', 'not-applicable'],
]);
