import {describe, expect, test} from 'vitest';
import rule from '../../../src/rules/config-file/config-region.ts';
import {type ConfigCase, GOOD_CONFIG, judge} from '../../support/config-rule.ts';

describe(rule.id, () => {
	test.each<[string, ConfigCase, string, readonly string[]]>([
		['what configure writes', {config: GOOD_CONFIG}, 'passed', []],
		['no process', {config: '[profile a]\n'}, 'not-applicable', []],
		[
			'no region',
			{config: '[profile a]\ncredential_process = /x\n'},
			'failed',
			['config:1: The CLI profile has a credential_process and no region.'],
		],
		[
			'a region from the environment',
			{config: '[profile a]\ncredential_process = /x\n', env: {AWS_DEFAULT_REGION: 'x'}},
			'not-applicable',
			[],
		],
		[
			'a region in the credentials file',
			{config: '[profile a]\ncredential_process = /x\n', credentials: '[a]\nregion = x\n'},
			'passed',
			[],
		],
	])('%s', (_case, differsBy, status, findings) => {
		expect(judge(rule, differsBy)).toEqual([status, findings]);
	});
});
