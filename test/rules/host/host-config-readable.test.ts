import rule from '../../../src/rules/host/host-config-readable.ts';
import {describeRuleByExamples} from '../../support/example-rule.ts';
import {hostExamples} from '../../support/rule-examples/host.ts';

describeRuleByExamples(rule, hostExamples, [
	['files that can be read', '{}', 'passed'],
	[
		'a config file that another user cannot read',
		'{"host": {"user": {"name": "www", "uid": 33, "gids": [33], "isSelf": false}}, "config": {"config": {"state": "seen", "value": {"path": "/srv/.aws/config", "text": "", "obstacle": "/srv/.aws"}}}}',
		'failed',
		'User www cannot read /srv/.aws/config: the folder /srv/.aws is closed to them.',
	],
	[
		'a credentials file that is closed',
		'{"config": {"credentials": {"state": "unseen", "why": "denied", "code": "EACCES", "message": "Cannot read /home/build/.aws/credentials: permission denied."}}}',
		'failed',
		'User build cannot read the credentials file: Cannot read /home/build/.aws/credentials: permission denied.',
	],
	[
		'no home to look in',
		'{"config": {"config": {"state": "unseen", "why": "nothing-to-look-at", "code": "HOME_MISSING", "message": "HOME is not set."}}}',
		'passed',
	],
]);
