import rule from '../../../src/rules/certificate/issuer-name-present.ts';
import {describeCertificateRule} from '../../support/certificate-rule.ts';

describeCertificateRule(rule, [
	['a name', {}, 'passed'],
	['none', {issuer: ''}, 'failed', 'The name of the issuer is empty.'],
	['none in an anchor', {role: 'anchor', subject: ''}, 'failed', 'The name of the issuer is empty.'],
]);
