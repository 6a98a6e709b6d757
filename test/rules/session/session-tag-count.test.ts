import rule from '../../../src/rules/session/session-tag-count.ts';
import {describeRule} from '../../support/rule-cases.ts';

describeRule(rule, JSON.parse, [
	['50', '{"count": 50, "maximum": 50}', 'passed'],
	['51', '{"count": 51, "maximum": 50}', 'failed', '51 attributes are mapped; STS takes 50.'],
]);
