import rule from '../../../src/rules/certificate/ee-header-size.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readCertificateExample} from '../../support/rule-examples/certificate.ts';

describeRule(rule, readCertificateExample, [
	['a usual one', 'key = rsa4096', 'passed'],
	[
		'one with hundreds of names',
		'subjectAltName = DNS:host.example.com times 800',
		'failed',
		'In the header it takes 19844 characters.',
	],
	['an issuer', 'role = issuer\nsubjectAltName = DNS:host.example.com times 800', 'not-applicable'],
]);
