import {expect} from 'vitest';
import rule from '../../../src/rules/path/path-key-identifier.ts';
import {describePathRule} from '../../support/path-rule.ts';

describePathRule(rule, [
	[
		'an issuer with another key than was named',
		'[host]\nauthorityKeyIdentifier = keyid:00:11:22:33\nsignature = broken',
		[
			'certificate',
			expect.stringContaining(
				'CN=host,O=Example was issued by CN=CA,O=Example with key id 00:11:22:33; the certificate CN=CA,O=Example',
			),
		],
	],
	[
		'the issuer that was named',
		'[CA]\nsubjectKeyIdentifier = 00:11:22:33\n[host]\nauthorityKeyIdentifier = keyid:00:11:22:33',
	],
]);
