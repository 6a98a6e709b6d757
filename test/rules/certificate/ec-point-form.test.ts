import rule from '../../../src/rules/certificate/ec-point-form.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readCertificateExample} from '../../support/rule-examples/certificate.ts';

describeRule(rule, readCertificateExample, [
	['uncompressed', 'key = p384', 'passed'],
	['compressed', 'publicKey = p256 compressed', 'failed', 'warning: The point of the key is compressed.'],
	['cut short', 'publicKey = p256 cut short', 'failed', 'The point of the key has no form that p256 knows.'],
	['another curve', 'key = secp256k1', 'passed'],
	['an RSA key', 'key = rsa2048', 'not-applicable'],
]);
