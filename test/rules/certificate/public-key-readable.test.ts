import {expect} from 'vitest';
import rule from '../../../src/rules/certificate/public-key-readable.ts';
import {describeCertificateRule} from '../../support/certificate-rule.ts';
import * as der from '../../support/der.ts';

const rsaEncryption = der.sequence(der.oid('1.2.840.113549.1.1.1'), der.nil());

describeCertificateRule(rule, [
	['EC', {}, 'passed'],
	['RSA', {algorithm: 'rsa1024'}, 'passed'],
	[
		'an RSA key that is no sequence',
		{spki: der.sequence(rsaEncryption, der.bitString(0, Uint8Array.of(5, 0)))},
		'failed',
		expect.stringMatching(/^The public key cannot be read: The RSA key should have tag .* at byte \d+\.$/),
	],
	[
		'an RSA key with a negative modulus',
		{spki: der.sequence(rsaEncryption, der.bitString(0, der.sequence(der.integer(0x80), der.integer(3))))},
		'failed',
		expect.stringContaining('The RSA modulus is negative'),
	],
	[
		'an EC key without a curve',
		{spki: der.sequence(der.sequence(der.oid('1.2.840.10045.2.1'), der.nil()), der.bitString(0, Uint8Array.of(4)))},
		'failed',
		expect.stringContaining('The EC key does not say on which curve it lies'),
	],
]);
