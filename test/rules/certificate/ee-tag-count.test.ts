import rule from '../../../src/rules/certificate/ee-tag-count.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readCertificateExample} from '../../support/rule-examples/certificate.ts';

describeRule(rule, readCertificateExample, [
	['a usual one', 'subject = CN=a,O=b', 'passed'],
	[
		'50 tags: 24 of the subject, 24 of the issuer, DNS and URI',
		'subject = every named attribute\nissuer = every named attribute\nsubjectAltName = DNS:a.example.com, URI:a:b',
		'passed',
	],
	[
		'51 tags',
		'subject = every named attribute\nissuer = every named attribute\nsubjectAltName = DNS:a.example.com, URI:a:b, dirName:CN=a',
		'failed',
		'It makes 51 session tags.',
	],
	[
		'an issuer',
		'role = issuer\nsubject = every named attribute\nissuer = every named attribute\nsubjectAltName = dirName:every named attribute',
		'not-applicable',
	],
]);
