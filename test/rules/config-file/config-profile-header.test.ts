import {describe, expect, test} from 'vitest';
import rule from '../../../src/rules/config-file/config-profile-header.ts';
import {type ConfigCase, GOOD_CONFIG, judge} from '../../support/config-rule.ts';

describe(rule.id, () => {
	test.each<[string, ConfigCase, string, readonly string[]]>([
		['what configure writes', {config: GOOD_CONFIG}, 'passed', []],
		['the default one', {cliProfile: 'default', config: '[default]\n'}, 'passed', []],
		['no prefix', {config: '[a]\n'}, 'failed', ['config:1: [a] is not found as the CLI profile a by every client.']],
		[
			'blanks inside the brackets',
			{config: '[ profile a ]\n'},
			'failed',
			['config:1: [ profile a ] is not found as the CLI profile a by every client.'],
		],
		[
			'two blanks, which botocore takes',
			{config: '[profile  a]\n'},
			'failed',
			['config:1: [profile  a] is not found as the CLI profile a by every client.'],
		],
		['other kinds of section of the same name', {config: '[sso-session a]\n[services a]\n'}, 'passed', []],
	])('%s', (_case, differsBy, status, findings) => {
		expect(judge(rule, differsBy)).toEqual([status, findings]);
	});
});
