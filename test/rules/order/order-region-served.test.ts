import rule from '../../../src/rules/order/order-region-served.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readOrder} from '../../support/rule-examples/order.ts';

describeRule(rule, readOrder, [
	[
		'one that is known',
		'{"order": {"trustAnchorArn": "arn:aws:rolesanywhere:eu-central-1:111122223333:trust-anchor/11111111-2222-4333-8444-555555555555"}}',
		'passed',
	],
	['no region', '{"order": {}}', 'not-applicable'],
	[
		'one that is misspelt',
		'{"order": {"trustAnchorArn": "arn:aws:rolesanywhere:eu-centra-1:111122223333:trust-anchor/11111111-2222-4333-8444-555555555555"}}',
		'failed',
		'IAM Roles Anywhere is not known to be in eu-centra-1.',
	],
]);
