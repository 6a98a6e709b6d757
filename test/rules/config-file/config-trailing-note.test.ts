import {describe, expect, test} from 'vitest';
import rule from '../../../src/rules/config-file/config-trailing-note.ts';
import {type ConfigCase, GOOD_CONFIG, judge} from '../../support/config-rule.ts';

describe(rule.id, () => {
	test.each<[string, ConfigCase, string, readonly string[]]>([
		['what configure writes', {config: GOOD_CONFIG}, 'passed', []],
		[
			'a note',
			{config: '[profile a]\ncredential_process = /x # mine\n'},
			'failed',
			['config:2: The command holds # or ; after a blank, which only some clients take for a note.'],
		],
		['# within a word', {config: '[profile a]\ncredential_process = /x#y\n'}, 'passed', []],
		['a note on its own line', {config: `${GOOD_CONFIG}# mine\n`}, 'passed', []],
	])('%s', (_case, differsBy, status, findings) => {
		expect(judge(rule, differsBy)).toEqual([status, findings]);
	});
});
