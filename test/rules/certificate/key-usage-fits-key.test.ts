import rule from '../../../src/rules/certificate/key-usage-fits-key.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readCertificateExample} from '../../support/rule-examples/certificate.ts';

describeRule(rule, readCertificateExample, [
	['an EC key that signs', 'key = p256\nkeyUsage = critical, digitalSignature, nonRepudiation, keyAgreement', 'passed'],
	[
		'an RSA key that encrypts keys',
		'key = rsa2048\nkeyUsage = critical, digitalSignature, keyEncipherment, dataEncipherment',
		'passed',
	],
	[
		'an EC key that encrypts',
		'key = p256\nkeyUsage = critical, digitalSignature, keyEncipherment, dataEncipherment',
		'failed',
		'keyUsage of this EC key holds keyEncipherment, dataEncipherment.',
	],
	[
		'an RSA key that agrees on keys',
		'key = rsa2048\nkeyUsage = critical, digitalSignature, keyAgreement',
		'failed',
		'keyUsage of this RSA key holds keyAgreement.',
	],
	[
		'an ML-DSA key that encrypts',
		'publicKey = ML-DSA-44\nkeyUsage = critical, digitalSignature, keyEncipherment, keyAgreement',
		'failed',
		'keyUsage of this ML-DSA key holds keyEncipherment, keyAgreement.',
	],
	['a kind of key that has a rule of its own', 'key = ed25519\nkeyUsage = critical, keyEncipherment', 'passed'],
]);
