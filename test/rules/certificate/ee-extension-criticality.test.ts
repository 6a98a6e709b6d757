import rule from '../../../src/rules/certificate/ee-extension-criticality.ts';
import {describeCertificateRule} from '../../support/certificate-rule.ts';

describeCertificateRule(rule, [
	['both critical', {}, 'passed'],
	[
		'neither critical',
		{flipsCriticality: ['basicConstraints', 'keyUsage']},
		'failed',
		'basicConstraints is not critical.',
		'keyUsage is not critical.',
	],
	['an issuer', {role: 'issuer', flipsCriticality: ['keyUsage']}, 'not-applicable'],
]);
