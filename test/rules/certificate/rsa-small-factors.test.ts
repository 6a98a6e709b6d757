import rule from '../../../src/rules/certificate/rsa-small-factors.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readCertificateExample} from '../../support/rule-examples/certificate.ts';

describeRule(rule, readCertificateExample, [
	['a sound key', 'key = rsa2048', 'passed'],
	['a smaller one', 'key = rsa1024', 'passed'],
	['an even one', 'publicKey = rsa2048 that is even', 'failed', '2 divides the RSA modulus.'],
	['one that 3 divides', 'publicKey = rsa2048 that 3 divides', 'failed', '3 divides the RSA modulus.'],
	[
		'one that the last of the small primes divides',
		'publicKey = rsa2048 that 751 divides',
		'failed',
		'751 divides the RSA modulus.',
	],
	['an EC key', 'key = p256', 'not-applicable'],
]);
