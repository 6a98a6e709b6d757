import rule from '../../../src/rules/certificate/self-signed-key-identifier.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readCertificateExample} from '../../support/rule-examples/certificate.ts';

describeRule(rule, readCertificateExample, [
	['its own key', 'role = anchor\nsubjectKeyIdentifier = 0102\nauthorityKeyIdentifier = keyid:0102', 'passed'],
	['no key', 'role = anchor\nkey = p256', 'passed'],
	['its own not known', 'role = anchor\nsubjectKeyIdentifier = absent\nauthorityKeyIdentifier = keyid:0102', 'passed'],
	[
		'another key',
		'role = anchor\nsubjectKeyIdentifier = 0102\nauthorityKeyIdentifier = keyid:0304',
		'failed',
		'authorityKeyIdentifier names the key 0304, and its own is 0102.',
	],
	['a CA below a root', 'role = anchor\nissuer = CN=Other\nauthorityKeyIdentifier = keyid:0304', 'not-applicable'],
]);
