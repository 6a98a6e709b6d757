import {expect} from 'vitest';
import rule from '../../../src/rules/path/path-signature.ts';
import {describePathRule} from '../../support/path-rule.ts';

describePathRule(rule, [
	[
		'a signature over something else',
		'[host]\nsignature = broken',
		[
			'certificate',
			expect.stringContaining(
				'CN=host,O=Example says that CN=CA,O=Example issued it, but the key of the certificate CN=CA,O=Example',
			),
		],
	],
	['a good one', '[host]\nsignature = sha256'],
	[
		'an intermediate with a signature over something else',
		'[CA]\nsignature = broken',
		['intermediates[0]', expect.stringContaining('did not make its signature')],
	],
]);
