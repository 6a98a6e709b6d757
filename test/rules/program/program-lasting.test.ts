import rule from '../../../src/rules/program/program-lasting.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {programExamples} from '../../support/rule-examples/program.ts';

describeRuleByExamples(rule, programExamples, [
	['a program that stays', '{}', 'passed'],
	[
		'the cache of npx',
		'{"command": {"words": ["/usr/bin/node", "/home/me/.npm/_npx/1/node_modules/anchorsmith/dist/main.js", "credentials"]}}',
		'failed',
		'/home/me/.npm/_npx/1/node_modules/anchorsmith/dist/main.js lies in the cache of npx, which may be emptied.',
	],
	['no program', '{"command": {"program": {"state": "absent"}}}', 'not-applicable'],
]);
