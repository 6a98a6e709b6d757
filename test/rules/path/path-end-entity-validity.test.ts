import {expect} from 'vitest';
import rule from '../../../src/rules/path/path-end-entity-validity.ts';
import {describePathRule} from '../../support/path-rule.ts';

describePathRule(rule, [
	[
		'a second before it begins',
		'[host]\nnotBefore = 2026-06-01T00:00:01Z',
		[
			'certificate',
			'CN=host,O=Example is not valid before 2026-06-01T00:00:01Z, and the time asked about is 2026-06-01T00:00:00Z.',
		],
	],
	['the second in which it begins', '[host]\nnotBefore = 2026-06-01T00:00:00Z'],
	[
		'a second after it ended',
		'[host]\nnotAfter = 2026-05-31T23:59:59Z',
		['certificate', expect.stringContaining('expired at')],
	],
]);
