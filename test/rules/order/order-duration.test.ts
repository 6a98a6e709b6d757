import rule from '../../../src/rules/order/order-duration.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readOrder} from '../../support/rule-examples/order.ts';

describeRule(rule, readOrder, [
	['the shortest', '{"order": {"sessionDuration": "900"}}', 'passed'],
	['the longest', '{"order": {"sessionDuration": "43200"}}', 'passed'],
	['none', '{"order": {}}', 'not-applicable'],
	['too short', '{"order": {"sessionDuration": "899"}}', 'failed', '--session-duration is 899 seconds.'],
	['too long', '{"order": {"sessionDuration": "43201"}}', 'failed', '--session-duration is 43201 seconds.'],
	[
		'a unit',
		'{"order": {"sessionDuration": "1h"}}',
		'failed',
		'--session-duration "1h" is no whole number of seconds.',
	],
]);
