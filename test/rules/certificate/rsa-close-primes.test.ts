import rule from '../../../src/rules/certificate/rsa-close-primes.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readCertificateExample} from '../../support/rule-examples/certificate.ts';

describeRule(rule, readCertificateExample, [
	['a sound key', 'key = rsa2048', 'passed'],
	['a smaller one', 'key = rsa1024', 'passed'],
	[
		'close ones',
		'publicKey = rsa2048 with close primes',
		'failed',
		'The primes of the RSA key are so close that the modulus gives them away.',
	],
	[
		'twice the same',
		'publicKey = rsa2048 that is a square',
		'failed',
		'The primes of the RSA key are so close that the modulus gives them away.',
	],
	['an even modulus, which has a rule of its own', 'publicKey = rsa2048 that is even', 'passed'],
	['an EC key', 'key = p256', 'not-applicable'],
]);
