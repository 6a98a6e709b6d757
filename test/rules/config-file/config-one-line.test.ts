import {describe, expect, test} from 'vitest';
import rule from '../../../src/rules/config-file/config-one-line.ts';
import {type ConfigCase, GOOD_CONFIG, judge} from '../../support/config-rule.ts';

describe(rule.id, () => {
	test.each<[string, ConfigCase, string, readonly string[]]>([
		['what configure writes', {config: GOOD_CONFIG}, 'passed', []],
		[
			'indented further lines',
			{config: '[profile a]\ncredential_process = /x\n  --a\n'},
			'failed',
			['config:2: The credential_process goes on after its line.'],
		],
		[
			'a backslash at the end',
			{config: '[profile a]\ncredential_process = /x \\\n  --a\n'},
			'failed',
			['config:2: The credential_process goes on after its line.'],
		],
		[
			'a further line that reads as a key',
			{config: '[profile a]\ncredential_process = /x\n--trust-anchor-arn arn:aws:x\n'},
			'failed',
			['config:3: --trust-anchor-arn is read as a key, not as part of the command.'],
		],
		[
			'nothing on its line',
			{config: '[profile a]\ncredential_process =\n'},
			'failed',
			['config:2: The credential_process is empty.'],
		],
	])('%s', (_case, differsBy, status, findings) => {
		expect(judge(rule, differsBy)).toEqual([status, findings]);
	});
});
