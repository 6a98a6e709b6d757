import rule from '../../../src/rules/certificate/rsa-key-size.ts';
import {describeCertificateRule} from '../../support/certificate-rule.ts';
import * as der from '../../support/der.ts';

function rsaKey(bits: number): Uint8Array {
	const modulus = Buffer.from(`0${((1n << BigInt(bits)) - 1n).toString(16)}`.replace(/^0(?=(..)+$)/, '00'), 'hex');
	const key = der.sequence(der.integer(...modulus), der.integer(1, 0, 1));
	return der.sequence(der.sequence(der.oid('1.2.840.113549.1.1.1'), der.nil()), der.bitString(0, key));
}

describeCertificateRule(rule, [
	['2048 bits', {algorithm: 'rsa2048'}, 'passed'],
	['no RSA key', {}, 'passed'],
	['1024 bits', {algorithm: 'rsa1024'}, 'failed', 'The RSA key has 1024 bits.'],
	['2047 bits', {spki: rsaKey(2047)}, 'failed', 'The RSA key has 2047 bits.'],
	['4096 bits of an issuer', {role: 'issuer', spki: rsaKey(4096)}, 'passed'],
	[
		'8192 bits of an issuer',
		{role: 'issuer', spki: rsaKey(8192)},
		'failed',
		'warning: The RSA key has 8192 bits; more than 4096 is nowhere known to work.',
	],
	['8192 bits of an end-entity certificate', {spki: rsaKey(8192)}, 'passed'],
]);
