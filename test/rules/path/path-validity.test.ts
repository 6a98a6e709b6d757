import {expect} from 'vitest';
import rule from '../../../src/rules/path/path-validity.ts';
import {describePathRule} from '../../support/path-rule.ts';

describePathRule(rule, [
	[
		'an issuer that ended a second ago',
		'[CA]\nnotAfter = 2026-05-31T23:59:59Z',
		[
			'intermediates[0]',
			'CN=CA,O=Example expired at 2026-05-31T23:59:59Z, and the time asked about is 2026-06-01T00:00:00Z.',
		],
	],
	['one in its last second', '[CA]\nnotAfter = 2026-06-01T00:00:00Z'],
	[
		'a root that has not begun',
		'[root]\nnotBefore = 2027-01-01T00:00:00Z',
		['anchors[0]', expect.stringContaining('is not valid before 2027-01-01')],
	],
]);
