import {describe, expect, test} from 'vitest';
import rule from '../../../src/rules/config-file/config-process-present.ts';
import {type ConfigCase, GOOD_CONFIG, judge} from '../../support/config-rule.ts';

describe(rule.id, () => {
	test.each<[string, ConfigCase, string, readonly string[]]>([
		['what configure writes', {config: GOOD_CONFIG}, 'passed', []],
		['no such CLI profile', {config: '[profile b]\n'}, 'not-applicable', []],
		[
			'one without',
			{config: '[profile a]\nregion = x\n[profile b]\ncredential_process = /x\n'},
			'failed',
			['config:1: The CLI profile has no credential_process. There is a credential_process in b.'],
		],
		[
			'one that is misspelt',
			{config: '[profile a]\ncredential-proces = /x\n'},
			'failed',
			['config:2: credential-proces is no setting that clients know.'],
		],
		[
			'one that borrows credentials',
			{config: '[profile a]\nrole_arn = r\nsource_profile = b\n'},
			'failed',
			['config:1: The CLI profile borrows the credentials of b.'],
		],
		[
			'keys in the credentials file',
			{credentials: '[a]\naws_access_key_id = A\n'},
			'failed',
			['credentials:1: The CLI profile has no credential_process.'],
		],
	])('%s', (_case, differsBy, status, findings) => {
		expect(judge(rule, differsBy)).toEqual([status, findings]);
	});
});
