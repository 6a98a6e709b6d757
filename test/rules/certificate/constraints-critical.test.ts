import rule from '../../../src/rules/certificate/constraints-critical.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readCertificateExample} from '../../support/rule-examples/certificate.ts';

describeRule(rule, readCertificateExample, [
	[
		'critical ones',
		'role = issuer\nnameConstraints = critical, permitted;DNS:example.com\npolicyConstraints = critical, requireExplicitPolicy:0\ninhibitAnyPolicy = critical, DER:020100',
		'passed',
	],
	['none', 'role = issuer\nkey = p256', 'passed'],
	[
		'each not critical',
		'role = issuer\nnameConstraints = permitted;DNS:example.com\npolicyConstraints = requireExplicitPolicy:0\ninhibitAnyPolicy = DER:020100',
		'failed',
		'nameConstraints is not critical.',
		'policyConstraints is not critical.',
		'inhibitAnyPolicy is not critical.',
	],
]);
