import rule from '../../../src/rules/certificate/issuer-extension-criticality.ts';
import {describeCertificateRule} from '../../support/certificate-rule.ts';

describeCertificateRule(rule, [
	['both critical', {role: 'issuer'}, 'passed'],
	[
		'an anchor with basicConstraints that are not',
		{role: 'anchor', flipsCriticality: ['basicConstraints']},
		'failed',
		'basicConstraints is not critical.',
	],
	[
		'keyUsage that is not',
		{role: 'issuer', flipsCriticality: ['keyUsage']},
		'failed',
		'notice: keyUsage is not critical.',
	],
	['neither extension', {role: 'issuer', version: 1}, 'passed'],
	['an end-entity certificate', {}, 'not-applicable'],
]);
