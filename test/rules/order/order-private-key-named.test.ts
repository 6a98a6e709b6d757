import rule from '../../../src/rules/order/order-private-key-named.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readOrder} from '../../support/rule-examples/order.ts';

describeRule(rule, readOrder, [
	['a key', '{"order": {"certificate": "/c.pem", "privateKey": "/k.pem"}}', 'passed'],
	['none', '{"order": {"certificate": "/c.pem"}}', 'failed', 'The command has no --private-key.'],
	[
		'none, with the official helper, which looks beside the certificate',
		'{"words": ["/h", "credential-process"], "order": {"certificate": "/c.pem"}}',
		'failed',
		'warning: The command has no --private-key.',
	],
	['a bundle that holds it', '{"order": {"certificate": "/c.p12"}}', 'not-applicable'],
	['a token', '{"order": {"certificate": "pkcs11:object=x"}}', 'not-applicable'],
	['a store of the system', '{"words": ["h", "--cert-selector=x"], "order": {}}', 'not-applicable'],
]);
