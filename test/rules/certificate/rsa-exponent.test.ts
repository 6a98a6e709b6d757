import {generateKeyPairSync} from 'node:crypto';
import rule from '../../../src/rules/certificate/rsa-exponent.ts';
import {describeCertificateRule} from '../../support/certificate-rule.ts';
import {oddKeys} from '../../support/odd-keys.ts';

describeCertificateRule(rule, [
	['65537', {algorithm: 'rsa1024'}, 'passed'],
	['no RSA key', {}, 'passed'],
	[
		'3',
		{keys: generateKeyPairSync('rsa', {modulusLength: 1024, publicExponent: 3})},
		'failed',
		'warning: The public exponent is "3".',
	],
	['1', {spki: oddKeys['rsa2048 with exponent 1']()}, 'failed', 'The public exponent is "1".'],
	['an even one', {spki: oddKeys['rsa2048 with exponent 65536']()}, 'failed', 'The public exponent is "65536".'],
]);
