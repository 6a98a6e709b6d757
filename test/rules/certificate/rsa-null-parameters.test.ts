import rule from '../../../src/rules/certificate/rsa-null-parameters.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readCertificateExample} from '../../support/rule-examples/certificate.ts';

describeRule(rule, readCertificateExample, [
	['NULL', 'key = rsa2048', 'passed'],
	['none', 'publicKey = rsa2048 without NULL', 'failed', 'The algorithm of the RSA key has no parameters.'],
	[
		'others',
		'publicKey = rsa2048 with other parameters',
		'failed',
		'The algorithm of the RSA key has other parameters.',
	],
	['an EC key', 'key = p256', 'not-applicable'],
]);
