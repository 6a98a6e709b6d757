import rule from '../../../src/rules/host/host-home.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {hostExamples} from '../../support/rule-examples/host.ts';

describeRuleByExamples(rule, hostExamples, [
	['a home', '{}', 'passed'],
	[
		'none, as under systemd',
		'{"host": {"home": {"state": "unseen", "why": "nothing-to-look-at", "code": "HOME_MISSING", "message": "HOME is not set."}, "surroundings": ["systemd"]}}',
		'failed',
		'HOME is not set. AWS clients look for their files there. This runs under: systemd.',
	],
	[
		'a variable instead',
		'{"host": {"home": {"state": "unseen", "why": "nothing-to-look-at", "code": "HOME_MISSING", "message": "HOME is not set."}, "variables": {"AWS_CONFIG_FILE": "/etc/aws/config"}}}',
		'passed',
	],
	[
		'flags instead',
		'{"host": {"home": {"state": "unseen", "why": "nothing-to-look-at", "code": "HOME_MISSING", "message": "HOME is not set."}}, "command": {"origin": "flags"}}',
		'not-applicable',
	],
]);
