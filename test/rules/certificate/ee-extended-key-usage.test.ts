import rule from '../../../src/rules/certificate/ee-extended-key-usage.ts';
import {describeCertificateRule} from '../../support/certificate-rule.ts';

describeCertificateRule(rule, [
	['clientAuth', {}, 'passed'],
	['clientAuth among others', {extendedKeyUsage: ['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2']}, 'passed'],
	['any purpose', {extendedKeyUsage: ['2.5.29.37.0']}, 'passed'],
	['no extendedKeyUsage', {extendedKeyUsage: 'absent'}, 'passed'],
	[
		'serverAuth alone',
		{extendedKeyUsage: ['1.3.6.1.5.5.7.3.1']},
		'failed',
		'extendedKeyUsage allows neither clientAuth nor any purpose.',
	],
	['an issuer', {role: 'issuer'}, 'not-applicable'],
]);
