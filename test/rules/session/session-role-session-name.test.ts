import rule from '../../../src/rules/session/session-role-session-name.ts';
import {describeRule} from '../../support/rule-cases.ts';

describeRule(rule, JSON.parse, [
	['accepted', '{"roleSessionName": "a", "acceptRoleSessionName": true}', 'passed'],
	[
		'not accepted',
		'{"roleSessionName": "a", "acceptRoleSessionName": false}',
		'failed',
		'The profile does not accept role session names.',
	],
	['none', '{"acceptRoleSessionName": false}', 'not-applicable'],
]);
