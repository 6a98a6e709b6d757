import rule from '../../../src/rules/certificate/ec-point.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readCertificateExample} from '../../support/rule-examples/certificate.ts';

describeRule(rule, readCertificateExample, [
	['on P-256', 'key = p256', 'passed'],
	['on P-384', 'key = p384', 'passed'],
	['on P-521', 'key = p521', 'passed'],
	['beside P-256', 'publicKey = p256 beside its curve', 'failed', 'The point of the key does not lie on p256.'],
	['beside P-384', 'publicKey = p384 beside its curve', 'failed', 'The point of the key does not lie on p384.'],
	['beside P-521', 'publicKey = p521 beside its curve', 'failed', 'The point of the key does not lie on p521.'],
	[
		'a coordinate that is not below the prime',
		'publicKey = p256 with a coordinate too large',
		'failed',
		'The point of the key does not lie on p256.',
	],
	['a compressed one, which another rule is about', 'publicKey = p256 compressed', 'passed'],
	['another curve', 'key = secp256k1', 'passed'],
	['an RSA key', 'key = rsa2048', 'not-applicable'],
]);
