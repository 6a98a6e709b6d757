import rule from '../../../src/rules/certificate/ee-single-common-name.ts';
import {describeCertificateRule} from '../../support/certificate-rule.ts';

describeCertificateRule(rule, [
	['one', {}, 'passed'],
	['none', {subject: 'O=Example'}, 'passed'],
	['two', {subject: 'CN=one,CN=other'}, 'failed', 'The subject has 2 common names.'],
	['an issuer', {role: 'issuer', subject: 'CN=one,CN=other'}, 'not-applicable'],
]);
