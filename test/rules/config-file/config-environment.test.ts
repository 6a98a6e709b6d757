import {describe, expect, test} from 'vitest';
import rule from '../../../src/rules/config-file/config-environment.ts';
import {type ConfigCase, GOOD_CONFIG, judge} from '../../support/config-rule.ts';

describe(rule.id, () => {
	test.each<[string, ConfigCase, string, readonly string[]]>([
		['what configure writes', {config: GOOD_CONFIG}, 'passed', []],
		[
			'keys in the environment',
			{config: GOOD_CONFIG, env: {AWS_ACCESS_KEY_ID: 'AKIA', AWS_SECRET_ACCESS_KEY: 'hidden'}},
			'failed',
			['AWS_ACCESS_KEY_ID: AWS_ACCESS_KEY_ID is set.', 'AWS_SECRET_ACCESS_KEY: AWS_SECRET_ACCESS_KEY is set.'],
		],
		['empty variables', {config: GOOD_CONFIG, env: {AWS_ACCESS_KEY_ID: ''}}, 'passed', []],
	])('%s', (_case, differsBy, status, findings) => {
		expect(judge(rule, differsBy)).toEqual([status, findings]);
	});
});
