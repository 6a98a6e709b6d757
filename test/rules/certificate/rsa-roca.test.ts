import rule from '../../../src/rules/certificate/rsa-roca.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readCertificateExample} from '../../support/rule-examples/certificate.ts';

describeRule(rule, readCertificateExample, [
	['a sound key', 'key = rsa2048', 'passed'],
	['a smaller one', 'key = rsa1024', 'passed'],
	[
		'one with the mark',
		'publicKey = rsa2048 with the mark of ROCA',
		'failed',
		'The RSA key bears the mark of the flaw ROCA.',
	],
	['one with small factors, which has a rule of its own', 'publicKey = rsa2048 that 3 divides', 'passed'],
	['an EC key', 'key = p256', 'not-applicable'],
]);
