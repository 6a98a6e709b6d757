import {expect} from 'vitest';
import rule from '../../../src/rules/path/path-ca.ts';
import {describePathRule} from '../../support/path-rule.ts';

describePathRule(rule, [
	[
		'an issuer that says it is no CA',
		'[CA]\nbasicConstraints = critical, CA:FALSE',
		[
			'intermediates[0]',
			'CN=CA,O=Example has issued another certificate and is not marked as a CA: its basicConstraints leave cA out.',
		],
	],
	['an issuer that is a CA', '[CA]\nbasicConstraints = critical, CA:TRUE'],
	[
		'an issuer that says nothing of it',
		'[CA]\nbasicConstraints = absent',
		['intermediates[0]', expect.stringContaining('it has no basicConstraints')],
	],
]);
