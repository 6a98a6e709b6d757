import rule from '../../../src/rules/certificate/constraints-need-issuer.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readCertificateExample} from '../../support/rule-examples/certificate.ts';

describeRule(rule, readCertificateExample, [
	['an issuer with them', 'role = issuer\nnameConstraints = critical, permitted;DNS:example.com', 'passed'],
	['an end-entity certificate without', 'key = p256', 'passed'],
	[
		'an end-entity certificate with them',
		'nameConstraints = critical, permitted;DNS:example.com\ninhibitAnyPolicy = critical, DER:020100',
		'failed',
		'nameConstraints stands in a certificate that is not marked as a CA.',
		'inhibitAnyPolicy stands in a certificate that is not marked as a CA.',
	],
	[
		'one without basicConstraints',
		'basicConstraints = absent\npolicyConstraints = critical, requireExplicitPolicy:0',
		'failed',
		'policyConstraints stands in a certificate that is not marked as a CA.',
	],
	[
		'an intermediate that lost its mark',
		'role = issuer\nbasicConstraints = critical, CA:FALSE\npolicyMappings = critical, DER:3000',
		'failed',
		'policyMappings stands in a certificate that is not marked as a CA.',
	],
]);
