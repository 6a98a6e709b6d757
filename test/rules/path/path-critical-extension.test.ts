import {expect} from 'vitest';
import rule from '../../../src/rules/path/path-critical-extension.ts';
import {describePathRule} from '../../support/path-rule.ts';

describePathRule(rule, [
	[
		'a critical extension that nobody knows',
		'[host]\n1.3.6.1.4.1.55555.1 = critical, DER:0500',
		[
			'certificate',
			'CN=host,O=Example has the critical extension 1.3.6.1.4.1.55555.1, which is not understood here; it demands to be refused then.',
		],
	],
	['the same, not critical', '[host]\n1.3.6.1.4.1.55555.1 = DER:0500'],
	[
		'a critical extension that nobody knows, in the root',
		'[root]\n1.3.6.1.4.1.55555.1 = critical, DER:0500',
		['anchors[0]', expect.stringContaining('1.3.6.1.4.1.55555.1')],
	],
]);
