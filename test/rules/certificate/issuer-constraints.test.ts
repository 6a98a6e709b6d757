import rule from '../../../src/rules/certificate/issuer-constraints.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readCertificateExample} from '../../support/rule-examples/certificate.ts';

describeRule(rule, readCertificateExample, [
	['none', 'role = issuer\nkey = p256', 'passed'],
	[
		'all of them',
		'role = anchor\nnameConstraints = critical, permitted;DNS:example.com\npolicyConstraints = critical, requireExplicitPolicy:0\npolicyMappings = critical, DER:3000\ninhibitAnyPolicy = critical, DER:020100',
		'failed',
		'The issuer has nameConstraints.',
		'The issuer has policyConstraints.',
		'The issuer has policyMappings.',
		'The issuer has inhibitAnyPolicy.',
	],
	['an end-entity certificate', 'nameConstraints = critical, permitted;DNS:example.com', 'not-applicable'],
]);
