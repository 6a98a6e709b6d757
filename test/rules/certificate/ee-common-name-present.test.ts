import rule from '../../../src/rules/certificate/ee-common-name-present.ts';
import {describeCertificateRule} from '../../support/certificate-rule.ts';

describeCertificateRule(rule, [
	['a common name', {}, 'passed'],
	['none', {subject: 'O=Example'}, 'failed', 'The subject has no common name.'],
	['an empty one', {subject: 'CN=,O=Example'}, 'failed', 'The subject has no common name.'],
	['no subject, which has a rule of its own', {subject: ''}, 'passed'],
	['an issuer', {role: 'issuer', subject: 'O=Example'}, 'not-applicable'],
]);
