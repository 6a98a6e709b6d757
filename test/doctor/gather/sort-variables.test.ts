import {expect, test} from 'vitest';
import {sortVariables} from '../../../src/doctor/gather/sort-variables.ts';

test('variables that matter are shown, secrets are named, everything else is left out', () => {
	expect(
		sortVariables({
			AWS_PROFILE: 'build',
			AWS_CONFIG_FILE: '/etc/aws/\u001b[31mconfig',
			AWS_ENDPOINT_URL_ROLESANYWHERE: 'https://me:pass@example.com/?token=x',
			AWS_SECRET_ACCESS_KEY: 'x',
			AWS_ACCESS_KEY_ID: 'x',
			AWS_NEW_THING: 'x',
			AWS_REGION: '',
			https_proxy: 'me:pass@proxy.example.com:8080',
			NO_PROXY: 'localhost,.example.com',
			NPM_TOKEN: 'x',
			EDITOR: 'vi',
			HOME: undefined,
		}),
	).toEqual({
		variables: {
			AWS_PROFILE: 'build',
			AWS_CONFIG_FILE: String.raw`/etc/aws/\u{1b}[31mconfig`,
			AWS_ENDPOINT_URL_ROLESANYWHERE: 'https://REDACTED@example.com/?REDACTED',
			https_proxy: 'REDACTED@proxy.example.com:8080',
			NO_PROXY: 'localhost,.example.com',
		},
		secretVariables: ['AWS_ACCESS_KEY_ID', 'AWS_NEW_THING', 'AWS_SECRET_ACCESS_KEY'],
	});
});
