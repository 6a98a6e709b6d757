import {describe, expect, test} from 'vitest';
import rule from '../../../src/rules/config-file/config-lowercase-keys.ts';
import {type ConfigCase, GOOD_CONFIG, judge} from '../../support/config-rule.ts';

describe(rule.id, () => {
	test.each<[string, ConfigCase, string, readonly string[]]>([
		['what configure writes', {config: GOOD_CONFIG}, 'passed', []],
		[
			'uppercase',
			{config: '[profile a]\nCREDENTIAL_PROCESS = /x\n'},
			'failed',
			['config:2: CREDENTIAL_PROCESS is not in lowercase.'],
		],
		['uppercase in another section', {config: `${GOOD_CONFIG}[profile b]\nREGION = x\n`}, 'passed', []],
	])('%s', (_case, differsBy, status, findings) => {
		expect(judge(rule, differsBy)).toEqual([status, findings]);
	});
});
