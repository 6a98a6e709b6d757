import {describe, expect, test} from 'vitest';
import rule from '../../../src/rules/config-file/config-process-place.ts';
import {type ConfigCase, GOOD_COMMAND, GOOD_CONFIG, judge} from '../../support/config-rule.ts';

describe(rule.id, () => {
	test.each<[string, ConfigCase, string, readonly string[]]>([
		['what configure writes', {config: GOOD_CONFIG}, 'passed', []],
		[
			'in the credentials file',
			{credentials: `[a]\ncredential_process = ${GOOD_COMMAND}\n`},
			'failed',
			['credentials:2: A credential_process stands in the credentials file.'],
		],
	])('%s', (_case, differsBy, status, findings) => {
		expect(judge(rule, differsBy)).toEqual([status, findings]);
	});
});
