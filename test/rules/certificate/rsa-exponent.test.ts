import {generateKeyPairSync} from 'node:crypto';
import rule from '../../../src/rules/certificate/rsa-exponent.ts';
import {describeCertificateRule} from '../../support/certificate-rule.ts';

describeCertificateRule(rule, [
	['65537', {algorithm: 'rsa1024'}, 'passed'],
	['no RSA key', {}, 'passed'],
	[
		'3',
		{keys: generateKeyPairSync('rsa', {modulusLength: 1024, publicExponent: 3})},
		'failed',
		'The public exponent is "3".',
	],
]);
