import rule from '../../../src/rules/certificate/issuer-extended-key-usage.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readCertificateExample} from '../../support/rule-examples/certificate.ts';

describeRule(rule, readCertificateExample, [
	['none', 'role = issuer\nkey = p256', 'passed'],
	['clientAuth', 'role = issuer\nextendedKeyUsage = serverAuth, clientAuth', 'passed'],
	['any', 'role = anchor\nextendedKeyUsage = any', 'passed'],
	[
		'serverAuth alone',
		'role = issuer\nextendedKeyUsage = serverAuth',
		'failed',
		'extendedKeyUsage allows neither clientAuth nor any purpose.',
	],
	['an end-entity certificate', 'extendedKeyUsage = serverAuth', 'not-applicable'],
]);
