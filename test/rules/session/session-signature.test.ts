import rule from '../../../src/rules/session/session-signature.ts';
import {describeRule} from '../../support/rule-cases.ts';

describeRule(rule, JSON.parse, [
	['holds', '{}', 'passed'],
	['does not', '{"reason": "of another key"}', 'failed', 'The signature does not hold: of another key'],
]);
