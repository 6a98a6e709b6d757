import rule from '../../../src/rules/certificate/anchor-not-public.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readCertificateExample} from '../../support/rule-examples/certificate.ts';

describeRule(rule, readCertificateExample, [
	['a root of its own', 'role = anchor\nkey = p256', 'passed'],
	[
		'the key of a root that browsers trust',
		'role = anchor\npublicKey = of a publicly trusted root',
		'failed',
		'Its key is that of a root that Node.js trusts for the public web.',
	],
	['a CA below a root', 'role = anchor\nissuer = CN=Other', 'not-applicable'],
	['an end-entity certificate', 'publicKey = of a publicly trusted root', 'not-applicable'],
]);
