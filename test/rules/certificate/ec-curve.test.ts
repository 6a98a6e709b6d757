import rule from '../../../src/rules/certificate/ec-curve.ts';
import {describeCertificateRule} from '../../support/certificate-rule.ts';
import * as der from '../../support/der.ts';

describeCertificateRule(rule, [
	['P-256', {algorithm: 'p256'}, 'passed'],
	['P-384', {algorithm: 'p384'}, 'passed'],
	['P-521', {algorithm: 'p521'}, 'failed', 'warning: The EC key lies on P-521, unproven with the service.'],
	['secp256k1', {algorithm: 'secp256k1'}, 'failed', 'The EC key lies on secp256k1.'],
	[
		'a curve that nobody knows',
		{
			spki: der.sequence(
				der.sequence(der.oid('1.2.840.10045.2.1'), der.oid('1.2.3.4')),
				der.bitString(0, Uint8Array.of(4)),
			),
		},
		'failed',
		'The EC key lies on "1.2.3.4".',
	],
	['explicit parameters, which have a rule of their own', {algorithm: 'p256-explicit-parameters'}, 'passed'],
	['no EC key', {algorithm: 'ed25519'}, 'passed'],
]);
