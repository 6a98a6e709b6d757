import {describe, expect, test} from 'vitest';
import rule from '../../../src/rules/config-file/config-location.ts';
import {type ConfigCase, GOOD_CONFIG, judge} from '../../support/config-rule.ts';

describe(rule.id, () => {
	test.each<[string, ConfigCase, string, readonly string[]]>([
		['not set', {config: GOOD_CONFIG}, 'not-applicable', []],
		['a whole path', {config: GOOD_CONFIG, env: {AWS_CONFIG_FILE: '/etc/aws/config'}}, 'passed', []],
		[
			'a home folder',
			{config: GOOD_CONFIG, env: {AWS_CONFIG_FILE: '~/c'}},
			'failed',
			['AWS_CONFIG_FILE: AWS_CONFIG_FILE is ~/c, which only some clients make a path of.'],
		],
		[
			'a variable',
			{config: GOOD_CONFIG, env: {AWS_SHARED_CREDENTIALS_FILE: '/x/$USER'}},
			'failed',
			['AWS_SHARED_CREDENTIALS_FILE: AWS_SHARED_CREDENTIALS_FILE is /x/$USER, which only some clients make a path of.'],
		],
		[
			'a whole path on Windows',
			{config: GOOD_CONFIG, env: {AWS_CONFIG_FILE: 'C:\\aws\\config'}, platform: 'windows'},
			'passed',
			[],
		],
	])('%s', (_case, differsBy, status, findings) => {
		expect(judge(rule, differsBy)).toEqual([status, findings]);
	});
});
