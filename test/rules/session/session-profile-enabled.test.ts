import rule from '../../../src/rules/session/session-profile-enabled.ts';
import {describeRule} from '../../support/rule-cases.ts';

describeRule(rule, JSON.parse, [
	['enabled', '{"arn": "A", "isEnabled": true}', 'passed'],
	['disabled', '{"arn": "A", "isEnabled": false}', 'failed', 'Profile A is disabled.'],
]);
