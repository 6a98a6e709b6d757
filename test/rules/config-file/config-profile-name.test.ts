import {describe, expect, test} from 'vitest';
import rule from '../../../src/rules/config-file/config-profile-name.ts';
import {type ConfigCase, GOOD_CONFIG, judge} from '../../support/config-rule.ts';

describe(rule.id, () => {
	test.each<[string, ConfigCase, string, readonly string[]]>([
		['what configure writes', {config: GOOD_CONFIG}, 'passed', []],
		['a blank', {cliProfile: 'a b'}, 'failed', ['cliProfile: "a b" is no name that every client can use.']],
		['a bracket', {cliProfile: 'a]'}, 'failed', ['cliProfile: "a]" is no name that every client can use.']],
		[
			'65 characters',
			{cliProfile: 'x'.repeat(65)},
			'failed',
			[`cliProfile: "${'x'.repeat(65)}" is no name that every client can use.`],
		],
		['all that is allowed', {cliProfile: 'A1_.@+-'}, 'passed', []],
	])('%s', (_case, differsBy, status, findings) => {
		expect(judge(rule, differsBy)).toEqual([status, findings]);
	});
});
