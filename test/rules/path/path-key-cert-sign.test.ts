import {expect} from 'vitest';
import rule from '../../../src/rules/path/path-key-cert-sign.ts';
import {describePathRule} from '../../support/path-rule.ts';

describePathRule(rule, [
	[
		'an issuer whose key may only sign lists',
		'[CA]\nkeyUsage = critical, cRLSign',
		[
			'intermediates[0]',
			'CN=CA,O=Example has issued another certificate, and its key usage (cRLSign) leaves out keyCertSign.',
		],
	],
	['one whose key may sign certificates', '[CA]\nkeyUsage = critical, keyCertSign'],
	[
		'a root whose key may only sign lists',
		'[root]\nkeyUsage = critical, cRLSign',
		['anchors[0]', expect.stringContaining('leaves out keyCertSign')],
	],
]);
