import rule from '../../../src/rules/certificate/ee-recognised-attributes.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readCertificateExample} from '../../support/rule-examples/certificate.ts';

describeRule(rule, readCertificateExample, [
	['attributes with names', 'subject = CN=a,UID=b,emailAddress=c', 'passed'],
	['an empty subject, which has a rule of its own', 'subject =', 'passed'],
	[
		'one without a name beside others',
		'subject = CN=a,1.2.3.4=b',
		'failed',
		'notice: The subject has the attribute "1.2.3.4", which is without a registered name.',
	],
	[
		'none with a name',
		'subject = 1.2.3.5=a,1.2.3.4=b',
		'failed',
		'Every attribute of the subject is without a registered name.',
	],
	['an issuer', 'role = issuer\nsubject = 1.2.3.4=a', 'not-applicable'],
]);
