import rule from '../../../src/rules/path/path-conforming.ts';
import {describePathRule} from '../../support/path-rule.ts';

describePathRule(rule, [
	[
		'a serial number of zero',
		'[host]\nserial = 00',
		[
			'certificate',
			'CN=host,O=Example has a serial number that is zero or negative; it must be positive (RFC 5280, section 4.1.2.2).',
		],
	],
	['a positive serial number', '[host]\nserial = 01'],
]);
