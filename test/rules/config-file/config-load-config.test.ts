import {describe, expect, test} from 'vitest';
import rule from '../../../src/rules/config-file/config-load-config.ts';
import {type ConfigCase, GOOD_CONFIG, judge} from '../../support/config-rule.ts';

describe(rule.id, () => {
	test.each<[string, ConfigCase, string, readonly string[]]>([
		['not set', {config: GOOD_CONFIG}, 'not-applicable', []],
		['on', {config: GOOD_CONFIG, env: {AWS_SDK_LOAD_CONFIG: '1'}}, 'passed', []],
		[
			'off',
			{config: GOOD_CONFIG, env: {AWS_SDK_LOAD_CONFIG: '0'}},
			'failed',
			['AWS_SDK_LOAD_CONFIG: AWS_SDK_LOAD_CONFIG is 0.'],
		],
	])('%s', (_case, differsBy, status, findings) => {
		expect(judge(rule, differsBy)).toEqual([status, findings]);
	});
});
