import rule from '../../../src/rules/certificate/name-attribute-length.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readCertificateExample} from '../../support/rule-examples/certificate.ts';

describeRule(rule, readCertificateExample, [
	[
		'within the bounds',
		'subject = CN=a,C=US,O=oooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo',
		'passed',
	],
	['a country of three letters', 'subject = CN=a,C=USA', 'failed', 'C is "USA", not two letters.'],
	['a country that is a number', 'subject = CN=a,C=12', 'failed', 'C is "12", not two letters.'],
	[
		'a long organisation',
		'subject = CN=a,O=ooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo',
		'failed',
		'O has 65 characters; 64 are allowed.',
	],
	['an empty organisation', 'subject = CN=a,O=', 'failed', 'O is "", empty.'],
	[
		'a long common name of an issuer',
		'role = issuer\nsubject = CN=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
		'failed',
		'CN has 65 characters; 64 are allowed.',
	],
	[
		'one of an end-entity certificate, which has a rule of its own',
		'subject = CN=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
		'passed',
	],
	[
		'an attribute without a bound',
		'subject = CN=a,1.2.3.4=bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb',
		'passed',
	],
]);
