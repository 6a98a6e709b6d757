import rule from '../../../src/rules/certificate/ee-common-name-blanks.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readCertificateExample} from '../../support/rule-examples/certificate.ts';

describeRule(rule, readCertificateExample, [
	['none', 'subject = CN=build-7', 'passed'],
	['one between words', 'subject = CN=build host', 'passed'],
	['two in a row', 'subject = CN=build  host', 'failed', 'The common name "build  host" has surplus blanks.'],
	['one before', 'subject = CN= host', 'failed', 'The common name " host" has surplus blanks.'],
	['one after', 'subject = CN=host ,O=Example', 'failed', 'The common name "host " has surplus blanks.'],
	['an issuer', 'role = issuer\nsubject = CN=a  b', 'not-applicable'],
]);
