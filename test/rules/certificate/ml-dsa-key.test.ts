import rule from '../../../src/rules/certificate/ml-dsa-key.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readCertificateExample} from '../../support/rule-examples/certificate.ts';

describeRule(rule, readCertificateExample, [
	['of each size', 'publicKey = ML-DSA-44', 'passed'],
	['the middle one', 'publicKey = ML-DSA-65', 'passed'],
	['the largest', 'publicKey = ML-DSA-87', 'passed'],
	['cut short', 'publicKey = ML-DSA-65 cut short', 'failed', 'The ML-DSA-65 key has 1951 bytes instead of 1952.'],
	['with parameters', 'publicKey = ML-DSA-65 with parameters', 'failed', 'The ML-DSA-65 key has parameters.'],
	['an EC key', 'key = p256', 'not-applicable'],
]);
