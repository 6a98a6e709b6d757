import rule from '../../../src/rules/certificate/issuer-subject-key-identifier.ts';
import {describeCertificateRule} from '../../support/certificate-rule.ts';

describeCertificateRule(rule, [
	['an issuer with one', {role: 'issuer'}, 'passed'],
	[
		'an anchor without',
		{role: 'anchor', subjectKeyIdentifier: 'absent'},
		'failed',
		'There is no subjectKeyIdentifier extension.',
	],
	['an end-entity certificate', {subjectKeyIdentifier: 'absent'}, 'not-applicable'],
]);
