import rule from '../../../src/rules/trust-anchor/trust-anchor-bundle-pem.ts';
import {describeRule} from '../../support/rule-cases.ts';
import {readTrustAnchorExample} from '../../support/rule-examples/trust-anchor.ts';

describeRule(rule, readTrustAnchorExample, [
	['exact', '<certificate>', 'passed'],
	['nothing', '', 'failed', 'There is no certificate in it.'],
	['carriage returns', '<certificate>\r\n', 'failed', 'Lines end in carriage returns.'],
	['a byte order mark', '\ufeff<certificate>', 'failed', 'The text begins with a byte order mark.'],
	[
		'a key',
		'-----BEGIN PRIVATE KEY-----\nMAAA\n-----END PRIVATE KEY-----\n<certificate>',
		'failed',
		'The block in line 1 is not labelled CERTIFICATE.',
	],
	[
		'no certificate inside',
		'-----BEGIN CERTIFICATE-----\nMAAA\n-----END CERTIFICATE-----',
		'failed',
		'The certificate in line 1 cannot be read: 1 bytes follow the element, at byte 2.',
	],
]);
