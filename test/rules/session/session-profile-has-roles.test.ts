import rule from '../../../src/rules/session/session-profile-has-roles.ts';
import {describeRule} from '../../support/rule-cases.ts';

describeRule(rule, JSON.parse, [
	['one', '{"arn": "A", "roleArns": ["R"]}', 'passed'],
	['none', '{"arn": "A", "roleArns": []}', 'failed', 'Profile A lists no role.'],
]);
