import rule from '../../../src/rules/certificate/named-curve.ts';
import {describeCertificateRule} from '../../support/certificate-rule.ts';

describeCertificateRule(rule, [
	['a named curve', {}, 'passed'],
	['no EC key', {algorithm: 'ed25519'}, 'passed'],
	[
		'explicit parameters',
		{algorithm: 'p256-explicit-parameters'},
		'failed',
		'The EC key spells out the parameters of its curve.',
	],
]);
