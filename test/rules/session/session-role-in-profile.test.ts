import rule from '../../../src/rules/session/session-role-in-profile.ts';
import {describeRule} from '../../support/rule-cases.ts';

describeRule(rule, JSON.parse, [
	['listed', '{"roleArn": "A", "roleArns": ["B", "A"]}', 'passed'],
	['not listed', '{"roleArn": "A", "roleArns": ["B"]}', 'failed', 'The profile does not list A; it lists B.'],
]);
