import {describe, expect, test} from 'vitest';
import rule from '../../../src/rules/config-file/config-blanks-quoted.ts';
import {type ConfigCase, GOOD_CONFIG, judge} from '../../support/config-rule.ts';

describe(rule.id, () => {
	test.each<[string, ConfigCase, string, readonly string[]]>([
		['what configure writes', {config: GOOD_CONFIG}, 'passed', []],
		['no flags', {config: '[profile a]\ncredential_process = /x\n'}, 'not-applicable', []],
		[
			'a program that is quoted',
			{config: '[profile a]\ncredential_process = "/opt/my x/h" credential-process --certificate "/a b/c.pem"\n'},
			'passed',
			[],
		],
		[
			'a program that is not',
			{config: '[profile a]\ncredential_process = /opt/my x/h credential-process --certificate /c.pem\n'},
			'failed',
			['config:2: x/h stands alone behind /opt/my; it looks like the rest of a path.'],
		],
		[
			'a file that is not',
			{config: '[profile a]\ncredential_process = /opt/h credential-process --certificate /a b/c.pem\n'},
			'failed',
			['config:2: b/c.pem stands alone behind /a; it looks like the rest of a path.'],
		],
		[
			'a script and its interpreter',
			{config: '[profile a]\ncredential_process = /usr/bin/node /opt/main.js credentials --certificate /c.pem\n'},
			'passed',
			[],
		],
		[
			'a program on Windows',
			{
				config:
					'[profile a]\ncredential_process = C:\\Program Files\\h.exe credential-process --certificate C:\\c.pem\n',
				platform: 'windows',
			},
			'failed',
			['config:2: Files\\h.exe stands alone behind C:\\Program; it looks like the rest of a path.'],
		],
	])('%s', (_case, differsBy, status, findings) => {
		expect(judge(rule, differsBy)).toEqual([status, findings]);
	});
});
