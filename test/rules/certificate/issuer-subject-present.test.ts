import rule from '../../../src/rules/certificate/issuer-subject-present.ts';
import {describeCertificateRule} from '../../support/certificate-rule.ts';

describeCertificateRule(rule, [
	['an issuer with a subject', {role: 'issuer'}, 'passed'],
	['an anchor without', {role: 'anchor', subject: ''}, 'failed', 'The subject is empty.'],
	['an end-entity certificate', {subject: ''}, 'not-applicable'],
]);
