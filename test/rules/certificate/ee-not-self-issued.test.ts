import rule from '../../../src/rules/certificate/ee-not-self-issued.ts';
import {describeCertificateRule} from '../../support/certificate-rule.ts';

describeCertificateRule(rule, [
	['issued by another', {}, 'passed'],
	['signed with its own key', {signedBy: 'itself'}, 'failed', 'Issuer and subject are the same.'],
	['an anchor', {role: 'anchor'}, 'not-applicable'],
]);
