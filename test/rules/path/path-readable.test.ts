import rule from '../../../src/rules/path/path-readable.ts';
import {describePathRule} from '../../support/path-rule.ts';

describePathRule(rule, [
	[
		'bytes that are no certificate',
		'[host]\nDER = 30:00',
		['certificate', 'The certificate cannot be read: The signed part is missing, at byte 2.'],
	],
	['a certificate', '[host]\nserial = 04'],
]);
