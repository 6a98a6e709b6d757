import {describe, expect, test} from 'vitest';
import {commandEnvironment, misleadingVariables} from '../../src/rehearsal/command-environment.ts';
import {rehearsalForTest} from '../support/rehearsal.ts';

describe('the environment of a command', () => {
	test('leads to the rehearsal, and past every proxy', async () => {
		const rehearsal = await rehearsalForTest();
		const env = {PATH: '/bin', HTTP_PROXY: 'http://proxy.example.com', NO_PROXY: 'example.com', UNSET: undefined};
		expect(commandEnvironment(rehearsal, env)).toEqual({
			...rehearsal.environment,
			PATH: '/bin',
			HTTP_PROXY: 'http://proxy.example.com',
			NO_PROXY: 'example.com,127.0.0.1',
			no_proxy: 'example.com,127.0.0.1',
		});
	});

	test('keeps nothing that leads elsewhere', async () => {
		const rehearsal = await rehearsalForTest();
		const misleading = {
			AWS_DEFAULT_PROFILE: 'a',
			AWS_ENDPOINT_URL_STS: 'https://sts.amazonaws.com',
			AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true',
			AWS_PROFILE: 'a',
			AWS_SESSION_TOKEN: 'a',
			AWS_USE_FIPS_ENDPOINT: 'true',
		};
		const env = {...misleading, AWS_CONFIG_FILE: 'kept', AWS_ACCESS_KEY_ID: 'replaced'};
		expect(misleadingVariables(env)).toEqual(Object.keys(misleading));
		const result = commandEnvironment(rehearsal, env);
		expect(Object.keys(result).filter(name => name in misleading)).toEqual([]);
		expect(result).toMatchObject({AWS_CONFIG_FILE: 'kept', ...rehearsal.environment});
	});
});
