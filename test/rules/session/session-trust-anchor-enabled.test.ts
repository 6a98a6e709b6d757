import rule from '../../../src/rules/session/session-trust-anchor-enabled.ts';
import {describeRule} from '../../support/rule-cases.ts';

describeRule(rule, JSON.parse, [
	['enabled', '{"arn": "A", "isEnabled": true}', 'passed'],
	['disabled', '{"arn": "A", "isEnabled": false}', 'failed', 'Trust anchor A is disabled.'],
]);
