import rule from '../../../src/rules/host/file-there.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {hostExamples} from '../../support/rule-examples/host.ts';

describeRuleByExamples(rule, hostExamples, [
	['files that are there', '{}', 'passed'],
	[
		'a certificate that is not',
		'{"files": {"certificate": {"state": "unseen", "why": "failed", "code": "ENOENT", "message": "Cannot read it."}}}',
		'failed',
		'--certificate names "/etc/pki/certificate.pem", and there is no such file.',
	],
	[
		'links in a circle',
		'{"files": {"privateKey": {"state": "unseen", "why": "failed", "code": "ELOOP", "message": "Cannot read it."}}}',
		'failed',
		'--private-key names "/etc/pki/key.pem", and its links lead in a circle.',
	],
	[
		'a folder',
		'{"files": {"privateKey": {"state": "unseen", "why": "failed", "code": "FILE_UNREADABLE", "message": "Cannot read it."}}}',
		'failed',
		'--private-key names "/etc/pki/key.pem", and it is a folder, a device, or far too large.',
	],
	[
		'a home folder that a service does not see',
		'{"host": {"surroundings": ["systemd"]}, "command": {"order": {"certificate": "/home/me/c.pem"}}, "files": {"certificate": {"state": "unseen", "why": "failed", "code": "ENOENT", "message": "No."}}}',
		'failed',
		'--certificate names "/home/me/c.pem", and there is no such file. ProtectHome= and PrivateTmp= of a systemd unit hide such folders.',
	],
	['a command that names none', '{"command": {"order": {}}}', 'not-applicable'],
]);
