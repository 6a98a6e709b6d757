import rule from '../../../src/rules/host/host-passphrase-private.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {hostExamples} from '../../support/rule-examples/host.ts';

describeRuleByExamples(rule, hostExamples, [
	[
		'for its owner alone',
		'{"files": {"passphraseFile": {"state": "seen", "value": {"path": "/p", "mode": 384, "access": {"isReadable": true}}}}}',
		'passed',
	],
	[
		'for everyone',
		'{"files": {"passphraseFile": {"state": "seen", "value": {"path": "/p", "mode": 420, "access": {"isReadable": true}}}}}',
		'failed',
		'Others can read /p (mode 644).',
	],
	['no such file', '{}', 'not-applicable'],
]);
