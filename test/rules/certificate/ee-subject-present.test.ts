import rule from '../../../src/rules/certificate/ee-subject-present.ts';
import {describeCertificateRule} from '../../support/certificate-rule.ts';

describeCertificateRule(rule, [
	['a subject', {}, 'passed'],
	['a subject without common name', {subject: 'O=Example'}, 'passed'],
	['no subject', {subject: ''}, 'failed', 'The subject is empty.'],
	['an issuer', {role: 'issuer', subject: ''}, 'not-applicable'],
]);
