import rule from '../../../src/rules/order/order-certificate-named.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readOrder} from '../../support/rule-examples/order.ts';

describeRule(rule, readOrder, [
	['a certificate', '{"order": {"certificate": "/c.pem"}}', 'passed'],
	['none', '{"order": {}}', 'failed', 'The command has no --certificate.'],
	['an empty variable', '{"order": {"certificate": ""}}', 'failed', '--certificate is followed by nothing.'],
	[
		'a store of the system',
		'{"words": ["h", "credential-process", "--cert-selector", "x"], "order": {}}',
		'not-applicable',
	],
]);
