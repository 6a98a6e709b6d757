import {describe, expect, test} from 'vitest';
import rule from '../../../src/rules/config-file/config-profile-found.ts';
import {type ConfigCase, GOOD_CONFIG, judge} from '../../support/config-rule.ts';

describe(rule.id, () => {
	test.each<[string, ConfigCase, string, readonly string[]]>([
		['what configure writes', {config: GOOD_CONFIG}, 'passed', []],
		['no files', {}, 'failed', [': There is no CLI profile a, nor a config file that could hold one.']],
		[
			'a name in other capitals',
			{cliProfile: 'default', config: '[Default]\n'},
			'failed',
			['config:1: There is no CLI profile default. Default is much like it.'],
		],
		[
			'none of the name, and one that has a process',
			{config: '[profile b]\ncredential_process = /x\n'},
			'failed',
			['config:1: There is no CLI profile a. There is a credential_process in b.'],
		],
		[
			'a name that is nearly there',
			{cliProfile: 'bakcup', config: '[profile backup]\n'},
			'failed',
			['config:1: There is no CLI profile bakcup. backup is much like it.'],
		],
		['one in the credentials file only', {credentials: '[a]\n'}, 'passed', []],
		['one under a header that is written wrongly, which another rule tells', {config: '[a]\n'}, 'passed', []],
		[
			'no default one',
			{cliProfile: 'default', config: '[profile b]\n'},
			'failed',
			['config:1: There is no CLI profile default.'],
		],
	])('%s', (_case, differsBy, status, findings) => {
		expect(judge(rule, differsBy)).toEqual([status, findings]);
	});
});
