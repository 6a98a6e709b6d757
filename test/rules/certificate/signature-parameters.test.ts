import rule from '../../../src/rules/certificate/signature-parameters.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readCertificateExample} from '../../support/rule-examples/certificate.ts';

describeRule(rule, readCertificateExample, [
	['ECDSA without', 'signature = sha256', 'passed'],
	[
		'ECDSA with NULL',
		'signature = sha256 with NULL',
		'failed',
		'ecdsa-with-SHA256 has NULL, and it should have no parameters.',
	],
	['RSA with NULL', 'role = anchor\nkey = rsa2048\nsignature = sha256 with NULL', 'passed'],
	[
		'RSA without',
		'role = anchor\nkey = rsa2048\nsignature = sha256 without NULL',
		'failed',
		'sha256WithRSAEncryption has no parameters, and it should have NULL.',
	],
	['Ed25519, which has a rule of its own', 'role = anchor\nkey = ed25519', 'not-applicable'],
]);
