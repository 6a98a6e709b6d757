import rule from '../../../src/rules/order/order-session-name.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readOrder} from '../../support/rule-examples/order.ts';

describeRule(rule, readOrder, [
	['letters and signs', '{"order": {"roleSessionName": "a.b_c@d=e,f+g-1"}}', 'passed'],
	['none', '{"order": {}}', 'not-applicable'],
	['a blank', '{"order": {"roleSessionName": "a b"}}', 'failed', '"a b" cannot name a session.'],
	['one letter', '{"order": {"roleSessionName": "a"}}', 'failed', '"a" cannot name a session.'],
]);
