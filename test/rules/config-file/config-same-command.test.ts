import {describe, expect, test} from 'vitest';
import rule from '../../../src/rules/config-file/config-same-command.ts';
import {type ConfigCase, GOOD_CONFIG, judge} from '../../support/config-rule.ts';

describe(rule.id, () => {
	test.each<[string, ConfigCase, string, readonly string[]]>([
		['what configure writes', {config: GOOD_CONFIG}, 'passed', []],
		['quotes around blanks', {config: '[profile a]\ncredential_process = "/opt/my x/y" a%b\n'}, 'passed', []],
		[
			'a quotation mark that is not closed',
			{config: '[profile a]\ncredential_process = "/x\n'},
			'failed',
			['config:2: The AWS CLI cannot split the command: a quotation mark is never closed.'],
		],
		[
			'a home folder',
			{config: '[profile a]\ncredential_process = ~/x\n'},
			'failed',
			['config:2: Clients that use a shell read the command differently: a shell would interpret ~.'],
		],
		[
			'a command for a shell',
			{config: '[profile a]\ncredential_process = /x; id\n'},
			'failed',
			['config:2: Clients that use a shell read the command differently: a shell would interpret ;.'],
		],
		[
			'an uppercase key',
			{config: '[profile a]\nCREDENTIAL_PROCESS = /x\n'},
			'failed',
			['config:2: The AWS SDK for JavaScript sees no credential_process.'],
		],
		[
			'further lines',
			{config: '[profile a]\ncredential_process = /x\n  --a\n'},
			'failed',
			['config:2: Clients that use a shell make other arguments of the command than the AWS CLI.'],
		],
		[
			'Windows paths on Windows',
			{platform: 'windows', config: '[profile a]\ncredential_process = C:\\x\\y.exe a\n'},
			'passed',
			[],
		],
		['Windows paths elsewhere', {config: '[profile a]\ncredential_process = C:\\x\\y.exe a\n'}, 'passed', []],
	])('%s', (_case, differsBy, status, findings) => {
		expect(judge(rule, differsBy)).toEqual([status, findings]);
	});
});
