import {describe, expect, test} from 'vitest';
import rule from '../../../src/rules/config-file/config-static-keys.ts';
import {type ConfigCase, GOOD_CONFIG, judge} from '../../support/config-rule.ts';

describe(rule.id, () => {
	test.each<[string, ConfigCase, string, readonly string[]]>([
		['what configure writes', {config: GOOD_CONFIG}, 'passed', []],
		[
			'keys in the credentials file',
			{config: GOOD_CONFIG, credentials: '[a]\naws_access_key_id = AKIA\naws_secret_access_key = hidden\n'},
			'failed',
			[
				'credentials:2: There is aws_access_key_id on line 2, aws_secret_access_key on line 3, which every client takes instead.',
			],
		],
		[
			'keys in the config file',
			{config: `${GOOD_CONFIG}aws_access_key_id = AKIA\naws_secret_access_key = hidden\n`},
			'failed',
			[
				'config:4: There is aws_access_key_id on line 4, aws_secret_access_key on line 5, which some clients take instead.',
			],
		],
		[
			'half a key in the config file, which nobody takes',
			{config: `${GOOD_CONFIG}aws_access_key_id = AKIA\n`},
			'failed',
			['config:4: There is aws_access_key_id on line 4, without the rest of a key.'],
		],
		[
			'half a key in the credentials file, over which the AWS CLI stops',
			{config: GOOD_CONFIG, credentials: '[a]\naws_access_key_id = AKIA\n'},
			'failed',
			['credentials:2: There is aws_access_key_id on line 2, which every client takes instead.'],
		],
		['keys of another name', {config: GOOD_CONFIG, credentials: '[b]\naws_access_key_id = AKIA\n'}, 'passed', []],
	])('%s', (_case, differsBy, status, findings) => {
		expect(judge(rule, differsBy)).toEqual([status, findings]);
	});
});
