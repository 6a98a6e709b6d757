import rule from '../../../src/rules/certificate/self-signature.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readCertificateExample} from '../../support/rule-examples/certificate.ts';

describeRule(rule, readCertificateExample, [
	['signed by itself', 'role = anchor\nkey = p256', 'passed'],
	['by RSA', 'role = anchor\nkey = rsa2048', 'passed'],
	['altered afterwards', 'role = anchor\nsignature = broken', 'failed', 'Its own key did not sign it.'],
	[
		'altered, without identifiers',
		'role = anchor\nsignature = broken\nsubjectKeyIdentifier = absent',
		'failed',
		'Its own key did not sign it.',
	],
	[
		'by an older key of the same name, as it says itself',
		'role = anchor\nsignature = broken\nauthorityKeyIdentifier = keyid:0102',
		'passed',
	],
	['with an algorithm that has a rule of its own', 'role = anchor\nsignature = sha1', 'passed'],
	['a CA below a root', 'role = anchor\nissuer = CN=Other', 'not-applicable'],
	['an end-entity certificate', 'signedBy = itself', 'not-applicable'],
]);
