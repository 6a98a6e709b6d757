import rule from '../../../src/rules/certificate/ee-not-public.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readCertificateExample} from '../../support/rule-examples/certificate.ts';

describeRule(rule, readCertificateExample, [
	['one of a private CA', 'key = p256', 'passed'],
	[
		'one with timestamps',
		'1.3.6.1.4.1.11129.2.4.2 = DER:0400',
		'failed',
		'It carries timestamps of public logs, as those of publicly trusted CAs do.',
	],
	['an issuer', 'role = issuer\n1.3.6.1.4.1.11129.2.4.2 = DER:0400', 'not-applicable'],
]);
