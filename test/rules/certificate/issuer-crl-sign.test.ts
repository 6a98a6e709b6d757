import rule from '../../../src/rules/certificate/issuer-crl-sign.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readCertificateExample} from '../../support/rule-examples/certificate.ts';

describeRule(rule, readCertificateExample, [
	['both', 'role = issuer\nkeyUsage = critical, keyCertSign, cRLSign', 'passed'],
	['certificates alone', 'role = anchor\nkeyUsage = critical, keyCertSign', 'failed', 'keyUsage leaves out cRLSign.'],
	['neither, which has a rule of its own', 'role = issuer\nkeyUsage = critical, digitalSignature', 'passed'],
	['no keyUsage, which has a rule of its own', 'role = issuer\nkeyUsage = absent', 'passed'],
	['an end-entity certificate', 'key = p256', 'not-applicable'],
]);
