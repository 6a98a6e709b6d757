import {expect, test} from 'vitest';
import environment from '../../../src/rules/config-file/config-environment.ts';
import keys from '../../../src/rules/config-file/config-lowercase-keys.ts';
import source from '../../../src/rules/config-file/config-one-source.ts';
import header from '../../../src/rules/config-file/config-profile-header.ts';
import staticKeys from '../../../src/rules/config-file/config-static-keys.ts';
import type {ConfigFiles} from '../../../src/rules/config-files.ts';
import type {Rule} from '../../../src/rules/rule.ts';
import {runRule} from '../../../src/rules/run.ts';
import {type ConfigCase, GOOD_CONFIG, subjectOf} from '../../support/config-rule.ts';

const KEYS = {AWS_ACCESS_KEY_ID: 'set', AWS_SECRET_ACCESS_KEY: 'set'};

test.each<readonly [string, Rule<ConfigFiles>, ConfigCase, readonly string[]]>([
	[
		'keys that AWS_PROFILE does not hold back',
		environment,
		{config: GOOD_CONFIG, env: {...KEYS, AWS_PROFILE: 'a'}},
		['error', 'error'],
	],
	[
		'keys where the CLI profile is named by --profile',
		environment,
		{config: GOOD_CONFIG, env: KEYS},
		['warning', 'warning'],
	],
	[
		'keys where nothing need be named',
		environment,
		{cliProfile: 'default', config: '[default]\ncredential_process = /x\n', env: KEYS},
		['error', 'error'],
	],
	[
		'half a key',
		environment,
		{config: GOOD_CONFIG, env: {AWS_PROFILE: 'a', AWS_SECRET_ACCESS_KEY: 'set'}},
		['warning'],
	],
	[
		'a secret without its id',
		staticKeys,
		{config: GOOD_CONFIG, credentials: '[a]\naws_secret_access_key = x\n'},
		['warning'],
	],
	[
		'an id without its secret',
		staticKeys,
		{config: GOOD_CONFIG, credentials: '[a]\naws_access_key_id = x\n'},
		['error'],
	],
	['a source without a role', source, {config: `${GOOD_CONFIG}source_profile = b\n`}, ['warning']],
	['a role', source, {config: `${GOOD_CONFIG}role_arn = r\nsource_profile = b\n`}, ['error']],
	['a process in capitals', keys, {config: '[profile a]\nCREDENTIAL_PROCESS = /x\n'}, ['error']],
	['an output in capitals', keys, {config: `${GOOD_CONFIG}OUTPUT = json\n`}, ['warning']],
	['a header without prefix beside a right one', header, {config: `${GOOD_CONFIG}[a]\n`}, ['warning']],
	['a header without prefix alone', header, {config: '[a]\n'}, ['error']],
])('%s is as bad as it is', (_what, rule, differsBy, severities) => {
	expect(runRule(rule, subjectOf(differsBy)).findings.map(({severity}) => severity)).toEqual(severities);
});
