import rule from '../../../src/rules/certificate/issuer-tag-characters.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readCertificateExample} from '../../support/rule-examples/certificate.ts';

describeRule(rule, readCertificateExample, [
	['letters and blanks', 'role = anchor\nsubject = CN=Example Issuer 2,O=Größe', 'passed'],
	[
		'an ampersand',
		'role = anchor\nsubject = CN=R&D,O=Example (Test)',
		'failed',
		'O "Example (Test)" cannot become a session tag.',
		'CN "R&D" cannot become a session tag.',
	],
	['an attribute without a name, which becomes none', 'role = issuer\nsubject = CN=a,1.2.3.4=R&D', 'passed'],
	['an end-entity certificate', 'subject = O=R&D', 'not-applicable'],
]);
