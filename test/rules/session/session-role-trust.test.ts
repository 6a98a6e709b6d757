import rule from '../../../src/rules/session/session-role-trust.ts';
import {describeRule} from '../../support/rule-cases.ts';

describeRule(rule, JSON.parse, [
	['nothing against it', '{"reasons": []}', 'passed'],
	[
		'something',
		'{"reasons": [{"at": "Statement", "message": "No statement allows it."}]}',
		'failed',
		'No statement allows it.',
	],
]);
