import {describe, expect, test} from 'vitest';
import rule from '../../../src/rules/config-file/config-readable-lines.ts';
import {type ConfigCase, GOOD_CONFIG, judge} from '../../support/config-rule.ts';

describe(rule.id, () => {
	test.each<[string, ConfigCase, string, readonly string[]]>([
		['what configure writes', {config: GOOD_CONFIG}, 'passed', []],
		[
			'the rest of a command, not indented',
			{config: '[profile a]\ncredential_process = /x\n--certificate y\n'},
			'failed',
			['config:3: Line 3 is neither a section nor a setting.'],
		],
		[
			'a setting before any section',
			{config: 'region = x\n[profile a]\n'},
			'failed',
			['config:1: Line 1 stands before any section.'],
		],
		[
			'an empty value with the command under it',
			{config: '[profile a]\ncredential_process =\n  /x --y\n'},
			'failed',
			['config:2: credential_process is empty and is followed by indented lines that are no settings.'],
		],
	])('%s', (_case, differsBy, status, findings) => {
		expect(judge(rule, differsBy)).toEqual([status, findings]);
	});
});
