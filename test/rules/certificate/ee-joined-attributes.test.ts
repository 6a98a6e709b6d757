import rule from '../../../src/rules/certificate/ee-joined-attributes.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readCertificateExample} from '../../support/rule-examples/certificate.ts';

describeRule(rule, readCertificateExample, [
	['each once', 'subject = CN=a,OU=b,O=c', 'passed'],
	['several common names, which have a rule of their own', 'subject = CN=a,CN=b', 'passed'],
	[
		'several of two types, in the order of the certificate',
		'subject = CN=a,OU=Engineering,OU=Security,O=c,O=d',
		'failed',
		'The session tag x509Subject/O will be "d/c", joined from 2 values.',
		'The session tag x509Subject/OU will be "Security/Engineering", joined from 2 values.',
	],
	['an issuer', 'role = issuer\nsubject = OU=a,OU=b', 'not-applicable'],
]);
