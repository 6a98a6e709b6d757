import rule from '../../../src/rules/certificate/key-cert-sign-needs-issuer.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readCertificateExample} from '../../support/rule-examples/certificate.ts';

describeRule(rule, readCertificateExample, [
	['an issuer', 'role = issuer\nkeyUsage = critical, keyCertSign', 'passed'],
	['an end-entity certificate without it', 'key = p256', 'passed'],
	['no keyUsage', 'keyUsage = absent', 'passed'],
	[
		'an end-entity certificate with it',
		'keyUsage = critical, digitalSignature, keyCertSign',
		'failed',
		'keyUsage holds keyCertSign, and basicConstraints does not say cA=TRUE.',
	],
	[
		'one without basicConstraints',
		'basicConstraints = absent\nkeyUsage = critical, keyCertSign',
		'failed',
		'keyUsage holds keyCertSign, and basicConstraints does not say cA=TRUE.',
	],
]);
