import {describe, expect, test} from 'vitest';
import rule from '../../../src/rules/config-file/config-region-variables.ts';
import {type ConfigCase, GOOD_CONFIG, judge} from '../../support/config-rule.ts';

describe(rule.id, () => {
	test.each<[string, ConfigCase, string, readonly string[]]>([
		['nothing in the environment', {config: GOOD_CONFIG}, 'not-applicable', []],
		['the region of the CLI profile', {config: GOOD_CONFIG, env: {AWS_REGION: 'eu-central-1'}}, 'passed', []],
		[
			'both alike',
			{config: '[profile a]\ncredential_process = /x\n', env: {AWS_REGION: 'x', AWS_DEFAULT_REGION: 'x'}},
			'passed',
			[],
		],
		[
			'one alone, and none in the CLI profile',
			{config: '[profile a]\ncredential_process = /x\n', env: {AWS_DEFAULT_REGION: 'x'}},
			'failed',
			['AWS_DEFAULT_REGION: Only AWS_DEFAULT_REGION is set, not AWS_REGION, and the CLI profile has no region.'],
		],
		[
			'two that differ',
			{config: GOOD_CONFIG, env: {AWS_REGION: 'x', AWS_DEFAULT_REGION: 'y'}},
			'failed',
			['AWS_REGION: AWS_REGION is x, AWS_DEFAULT_REGION is y.'],
		],
		[
			'another than the CLI profile has',
			{config: GOOD_CONFIG, env: {AWS_REGION: 'x'}},
			'failed',
			['AWS_REGION: AWS_REGION is x and wins over the region of the CLI profile, eu-central-1.'],
		],
	])('%s', (_case, differsBy, status, findings) => {
		expect(judge(rule, differsBy)).toEqual([status, findings]);
	});
});
