import rule from '../../../src/rules/session/session-parameters.ts';
import {describeRule} from '../../support/rule-cases.ts';

describeRule(rule, JSON.parse, [
	['none wrong', '{"problems": []}', 'passed'],
	[
		'one wrong',
		'{"problems": [{"at": "roleArn", "message": "Member must not be null"}]}',
		'failed',
		'Member must not be null',
	],
]);
