import {describe, expect, test} from 'vitest';
import rule from '../../../src/rules/config-file/config-absolute-paths.ts';
import {type ConfigCase, GOOD_CONFIG, judge} from '../../support/config-rule.ts';

describe(rule.id, () => {
	test.each<[string, ConfigCase, string, readonly string[]]>([
		['what configure writes', {config: GOOD_CONFIG}, 'passed', []],
		[
			'a program and a certificate named relatively',
			{config: '[profile a]\ncredential_process = ./x --certificate c.pem --private-key /k.pem\n'},
			'failed',
			['config:2: ./x is not an absolute path.', 'config:2: c.pem is not an absolute path.'],
		],
		[
			'a key in a token',
			{config: '[profile a]\ncredential_process = /x --private-key pkcs11:object=k\n'},
			'passed',
			[],
		],
		[
			'a drive letter on Windows',
			{platform: 'windows', config: '[profile a]\ncredential_process = C:\\x.exe --certificate D:/c.pem\n'},
			'passed',
			[],
		],
	])('%s', (_case, differsBy, status, findings) => {
		expect(judge(rule, differsBy)).toEqual([status, findings]);
	});
});
