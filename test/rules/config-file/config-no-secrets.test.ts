import {describe, expect, test} from 'vitest';
import rule from '../../../src/rules/config-file/config-no-secrets.ts';
import {type ConfigCase, GOOD_CONFIG, judge} from '../../support/config-rule.ts';

describe(rule.id, () => {
	test.each<[string, ConfigCase, string, readonly string[]]>([
		['what configure writes', {config: GOOD_CONFIG}, 'passed', []],
		[
			'a password',
			{config: '[profile a]\ncredential_process = /x --pkcs8-password hidden\n'},
			'failed',
			['config:2: --pkcs8-password gives a secret on the command line.'],
		],
		[
			'a PIN in an address',
			{config: '[profile a]\ncredential_process = /x --private-key "pkcs11:object=k?pin-value=1234"\n'},
			'failed',
			['config:2: pin-value gives a secret on the command line.'],
		],
		[
			'a file with the passphrase',
			{config: '[profile a]\ncredential_process = /x --passphrase-file /etc/p\n'},
			'passed',
			[],
		],
	])('%s', (_case, differsBy, status, findings) => {
		expect(judge(rule, differsBy)).toEqual([status, findings]);
	});
});
