import {describe, expect, test} from 'vitest';
import rule from '../../../src/rules/config-file/config-one-section.ts';
import {type ConfigCase, GOOD_CONFIG, judge} from '../../support/config-rule.ts';

describe(rule.id, () => {
	test.each<[string, ConfigCase, string, readonly string[]]>([
		['what configure writes', {config: GOOD_CONFIG}, 'passed', []],
		['no such section', {config: '[profile b]\n'}, 'not-applicable', []],
		[
			'[default] and [profile default]',
			{cliProfile: 'default', config: '[default]\n[profile default]\n'},
			'failed',
			['config:2: The CLI profile stands as [default] on line 1 and as [profile default] on line 2.'],
		],
		[
			'a name with and without quotes',
			{config: `${GOOD_CONFIG}[profile "a"]\n`},
			'failed',
			['config:4: The CLI profile stands as [profile a] on line 1 and as [profile "a"] on line 4.'],
		],
	])('%s', (_case, differsBy, status, findings) => {
		expect(judge(rule, differsBy)).toEqual([status, findings]);
	});
});
