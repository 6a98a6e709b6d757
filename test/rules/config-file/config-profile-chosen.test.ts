import {describe, expect, test} from 'vitest';
import rule from '../../../src/rules/config-file/config-profile-chosen.ts';
import {type ConfigCase, GOOD_CONFIG, judge} from '../../support/config-rule.ts';

describe(rule.id, () => {
	test.each<[string, ConfigCase, string, readonly string[]]>([
		['nothing in the environment', {config: GOOD_CONFIG}, 'not-applicable', []],
		['this one', {config: GOOD_CONFIG, env: {AWS_PROFILE: 'a'}}, 'passed', []],
		['another', {config: GOOD_CONFIG, env: {AWS_PROFILE: 'b'}}, 'failed', ['AWS_PROFILE: AWS_PROFILE names b.']],
		[
			'another for the AWS CLI only',
			{config: GOOD_CONFIG, env: {AWS_PROFILE: 'a', AWS_DEFAULT_PROFILE: 'b'}},
			'failed',
			['AWS_DEFAULT_PROFILE: AWS_DEFAULT_PROFILE names b.'],
		],
	])('%s', (_case, differsBy, status, findings) => {
		expect(judge(rule, differsBy)).toEqual([status, findings]);
	});
});
