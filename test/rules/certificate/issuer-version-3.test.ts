import rule from '../../../src/rules/certificate/issuer-version-3.ts';
import {describeCertificateRule} from '../../support/certificate-rule.ts';

describeCertificateRule(rule, [
	['version 3', {role: 'issuer'}, 'passed'],
	['version 1', {role: 'issuer', version: 1}, 'failed', 'It is an X.509 version 1 certificate.'],
	['version 2', {role: 'issuer', version: 2}, 'failed', 'It is an X.509 version 2 certificate.'],
	['a version that does not exist', {role: 'issuer', version: 9}, 'failed', 'It is an X.509 version 9 certificate.'],
	['another role', {role: 'end-entity'}, 'not-applicable'],
	['version 1 of an anchor', {role: 'anchor', version: 1}, 'failed', 'It is an X.509 version 1 certificate.'],
]);
