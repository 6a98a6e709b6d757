import rule from '../../../src/rules/host/file-readable.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {hostExamples} from '../../support/rule-examples/host.ts';

describeRuleByExamples(rule, hostExamples, [
	['files that can be read', '{}', 'passed'],
	[
		'a key that cannot',
		'{"files": {"privateKey": {"state": "seen", "value": {"path": "/etc/pki/key.pem", "access": {"isReadable": false, "obstacle": "/etc/pki/key.pem"}}}}}',
		'failed',
		'User build cannot read /etc/pki/key.pem.',
	],
	[
		'a folder that another user cannot enter',
		'{"host": {"user": {"name": "www", "uid": 33, "gids": [33], "isSelf": false}}, "files": {"privateKey": {"state": "seen", "value": {"path": "/etc/pki/key.pem", "access": {"isReadable": false, "obstacle": "/etc/pki"}}}}}',
		'failed',
		'User www cannot read /etc/pki/key.pem: the folder /etc/pki is closed to them.',
	],
	[
		'a path that cannot be looked at',
		'{"files": {"certificate": {"state": "unseen", "why": "denied", "code": "EACCES", "message": "No."}}}',
		'failed',
		'User build cannot reach /etc/pki/certificate.pem.',
	],
	['no command', '{"command": {"state": "absent"}}', 'not-applicable'],
]);
