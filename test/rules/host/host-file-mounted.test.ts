import rule from '../../../src/rules/host/host-file-mounted.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {hostExamples} from '../../support/rule-examples/host.ts';

describeRuleByExamples(rule, hostExamples, [
	['files in a folder', '{}', 'passed'],
	[
		'a subPath',
		'{"files": {"privateKey": {"state": "seen", "value": {"path": "/iamra/tls.key", "isMounted": true, "access": {"isReadable": true}}}}}',
		'failed',
		'/iamra/tls.key is mounted by itself.',
	],
	['no command', '{"command": {"state": "absent"}}', 'not-applicable'],
]);
