import rule from '../../../src/rules/session/session-source-identity.ts';
import {describeRule} from '../../support/rule-cases.ts';

describeRule(rule, JSON.parse, [
	['good', '{"sourceIdentity": "CN=a"}', 'passed'],
	[
		'bad',
		'{"sourceIdentity": "CN=a(", "problem": "holds a bracket"}',
		'failed',
		'Source identity CN=a( holds a bracket.',
	],
]);
