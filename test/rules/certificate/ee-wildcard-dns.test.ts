import rule from '../../../src/rules/certificate/ee-wildcard-dns.ts';
import {describeCertificateRule} from '../../support/certificate-rule.ts';

describeCertificateRule(rule, [
	['full names', {subjectAlternativeName: [{dns: 'a.example.com'}, {dns: 'b.example.com'}]}, 'passed'],
	['no names', {subjectAlternativeName: 'absent'}, 'passed'],
	[
		'a wildcard',
		{subjectAlternativeName: [{ip: '192.0.2.1'}, {dns: '*.example.com'}]},
		'failed',
		'The DNS name "*.example.com" is a wildcard.',
	],
	[
		'a wildcard in second place, which becomes no tag anyway',
		{subjectAlternativeName: [{dns: 'example.com'}, {dns: '*.example.com'}]},
		'failed',
		'notice: The DNS name "*.example.com" is a wildcard.',
	],
	['an issuer', {role: 'issuer'}, 'not-applicable'],
]);
