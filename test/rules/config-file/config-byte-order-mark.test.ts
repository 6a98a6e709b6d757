import {describe, expect, test} from 'vitest';
import rule from '../../../src/rules/config-file/config-byte-order-mark.ts';
import {type ConfigCase, GOOD_CONFIG, judge} from '../../support/config-rule.ts';

describe(rule.id, () => {
	test.each<[string, ConfigCase, string, readonly string[]]>([
		['what configure writes', {config: GOOD_CONFIG}, 'passed', []],
		['no file', {}, 'not-applicable', []],
		['a mark', {config: `\uFEFF${GOOD_CONFIG}`}, 'failed', ['config:1: The file starts with a byte order mark.']],
		[
			'a mark in the credentials file',
			{config: GOOD_CONFIG, credentials: '\uFEFF'},
			'failed',
			['credentials:1: The file starts with a byte order mark.'],
		],
	])('%s', (_case, differsBy, status, findings) => {
		expect(judge(rule, differsBy)).toEqual([status, findings]);
	});
});
