import {describe, expect, test} from 'vitest';
import rule from '../../../src/rules/config-file/config-credentials-header.ts';
import {type ConfigCase, GOOD_CONFIG, judge} from '../../support/config-rule.ts';

describe(rule.id, () => {
	test.each<[string, ConfigCase, string, readonly string[]]>([
		['a bare name', {credentials: '[a]\n'}, 'passed', []],
		['no credentials file', {config: GOOD_CONFIG}, 'not-applicable', []],
		[
			'a prefix',
			{credentials: '[profile a]\n'},
			'failed',
			['credentials:1: [profile a] is not found as the CLI profile a.'],
		],
		['blanks', {credentials: '[ a ]\n'}, 'failed', ['credentials:1: [ a ] is not found as the CLI profile a.']],
		['another name with a prefix', {credentials: '[profile b]\n'}, 'passed', []],
	])('%s', (_case, differsBy, status, findings) => {
		expect(judge(rule, differsBy)).toEqual([status, findings]);
	});
});
