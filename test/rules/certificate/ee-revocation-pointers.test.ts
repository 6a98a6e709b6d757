import rule from '../../../src/rules/certificate/ee-revocation-pointers.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readCertificateExample} from '../../support/rule-examples/certificate.ts';

describeRule(rule, readCertificateExample, [
	['none', 'key = p256', 'passed'],
	[
		'a distribution point',
		'cRLDistributionPoints = DER:3000',
		'failed',
		'cRLDistributionPoints points to a revocation list that the service does not fetch.',
	],
	[
		'one of delta lists',
		'freshestCRL = DER:3000',
		'failed',
		'freshestCRL points to a revocation list that the service does not fetch.',
	],
	['an issuer', 'role = issuer\ncRLDistributionPoints = DER:3000', 'not-applicable'],
]);
