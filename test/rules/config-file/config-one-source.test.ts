import {describe, expect, test} from 'vitest';
import rule from '../../../src/rules/config-file/config-one-source.ts';
import {type ConfigCase, GOOD_CONFIG, judge} from '../../support/config-rule.ts';

describe(rule.id, () => {
	test.each<[string, ConfigCase, string, readonly string[]]>([
		['what configure writes', {config: GOOD_CONFIG}, 'passed', []],
		[
			'a role',
			{config: `${GOOD_CONFIG}role_arn = x\nsource_profile = b\n`},
			'failed',
			['config:4: The CLI profile also has role_arn on line 4, source_profile on line 5.'],
		],
		[
			'single sign-on',
			{config: `${GOOD_CONFIG}sso_session = corp\n`},
			'failed',
			['config:4: The CLI profile also has sso_session on line 4.'],
		],
		[
			'a role in the credentials file',
			{config: GOOD_CONFIG, credentials: '[a]\nrole_arn = x\n'},
			'failed',
			['credentials:2: The CLI profile also has role_arn on line 2.'],
		],
		[
			'a second CLI profile that builds on this one',
			{config: `${GOOD_CONFIG}[profile b]\nrole_arn = x\nsource_profile = a\n`},
			'passed',
			[],
		],
	])('%s', (_case, differsBy, status, findings) => {
		expect(judge(rule, differsBy)).toEqual([status, findings]);
	});
});
