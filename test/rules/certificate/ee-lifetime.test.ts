import rule from '../../../src/rules/certificate/ee-lifetime.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readCertificateExample} from '../../support/rule-examples/certificate.ts';

describeRule(rule, readCertificateExample, [
	['398 days', 'notBefore = 2026-05-01T00:00:00Z\nnotAfter = 2027-06-03T00:00:00Z', 'passed'],
	[
		'399 days',
		'notBefore = 2026-05-01T00:00:00Z\nnotAfter = 2027-06-04T00:00:00Z',
		'failed',
		'It is valid for 399 days.',
	],
	['an issuer', 'role = issuer\nnotAfter = 2056-05-01T00:00:00Z', 'not-applicable'],
]);
