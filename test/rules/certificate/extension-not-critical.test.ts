import rule from '../../../src/rules/certificate/extension-not-critical.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readCertificateExample} from '../../support/rule-examples/certificate.ts';

describeRule(rule, readCertificateExample, [
	['not critical', 'subjectKeyIdentifier = 0102\nauthorityKeyIdentifier = keyid:0102', 'passed'],
	[
		'both identifiers critical',
		'subjectKeyIdentifier = critical, 0102\nauthorityKeyIdentifier = critical, keyid:0102',
		'failed',
		'subjectKeyIdentifier is critical.',
		'authorityKeyIdentifier is critical.',
	],
	[
		'where to find things, critical',
		'authorityInformationAccess = critical, DER:3000\nsubjectInformationAccess = critical, DER:3000\nfreshestCRL = critical, DER:3000',
		'failed',
		'authorityInformationAccess is critical.',
		'subjectInformationAccess is critical.',
		'freshestCRL is critical.',
	],
]);
