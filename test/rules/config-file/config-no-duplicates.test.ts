import {describe, expect, test} from 'vitest';
import rule from '../../../src/rules/config-file/config-no-duplicates.ts';
import {type ConfigCase, GOOD_CONFIG, judge} from '../../support/config-rule.ts';

describe(rule.id, () => {
	test.each<[string, ConfigCase, string, readonly string[]]>([
		['what configure writes', {config: GOOD_CONFIG}, 'passed', []],
		[
			'a section twice',
			{config: `${GOOD_CONFIG}[b]\n[b]\n`},
			'failed',
			['config:5: The section [b] stands on lines 4 and 5.'],
		],
		[
			'a key twice',
			{config: '[b]\nx = 1\nX = 2\n'},
			'failed',
			['config:3: The key X is set on lines 2 and 3 of one section.'],
		],
	])('%s', (_case, differsBy, status, findings) => {
		expect(judge(rule, differsBy)).toEqual([status, findings]);
	});
});
