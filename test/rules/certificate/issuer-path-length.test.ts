import rule from '../../../src/rules/certificate/issuer-path-length.ts';
import {describeCertificateRule} from '../../support/certificate-rule.ts';

describeCertificateRule(rule, [
	['an anchor with one', {role: 'anchor'}, 'passed'],
	[
		'an issuer without',
		{role: 'issuer', basicConstraints: {isCa: true}},
		'failed',
		'basicConstraints has no path length.',
	],
	['no CA, which has a rule of its own', {role: 'issuer', basicConstraints: {isCa: false}}, 'passed'],
	['an end-entity certificate', {}, 'not-applicable'],
]);
