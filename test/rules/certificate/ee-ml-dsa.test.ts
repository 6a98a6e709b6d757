import rule from '../../../src/rules/certificate/ee-ml-dsa.ts';
import {describeCertificateRule} from '../../support/certificate-rule.ts';
import * as der from '../../support/der.ts';

describeCertificateRule(rule, [
	['EC', {}, 'passed'],
	[
		'ML-DSA-65',
		{spki: der.sequence(der.sequence(der.oid('2.16.840.1.101.3.4.3.18')), der.bitString(0, new Uint8Array(1952)))},
		'failed',
		'The key is of the kind ML-DSA-65.',
	],
	['an issuer', {role: 'issuer'}, 'not-applicable'],
]);
