import rule from '../../../src/rules/certificate/name-string-type.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readCertificateExample} from '../../support/rule-examples/certificate.ts';

describeRule(rule, readCertificateExample, [
	['UTF8String', 'subject = DER:300f310d300b06035504030c04686f7374', 'passed'],
	['PrintableString', 'subject = DER:300f310d300b06035504031304686f7374', 'passed'],
	['TeletexString', 'subject = DER:300f310d300b06035504031404686f7374', 'failed', 'CN is a TeletexString.'],
	[
		'UniversalString',
		'subject = DER:301b3119301706035504031c10000000680000006f0000007300000074',
		'failed',
		'CN is a UniversalString.',
	],
	[
		'BMPString in both names',
		'subject = DER:30133111300f06035504031e080068006f00730074\nissuer = DER:300f310d300b06035504031e0400430041',
		'failed',
		'CN is a BMPString.',
		'CN is a BMPString.',
	],
]);
