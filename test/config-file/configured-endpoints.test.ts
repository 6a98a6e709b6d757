import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {configuredEndpoints} from '../../src/config-file/configured-endpoints.ts';
import {temporaryFolder} from '../support/temporary-folder.ts';

const CONFIG = `
[profile admin]
region = eu-central-1
services = local
endpoint_url = http://127.0.0.1:1/

[profile turned-off]
endpoint_url = http://127.0.0.1:1/
ignore_configured_endpoint_urls = true

[profile plain]
region = eu-central-1

[services local]
sts =
  endpoint_url = http://127.0.0.1:2/
s3 =
  endpoint_url = http://127.0.0.1:3/
`;

async function endpointsIn(cliProfile: string | undefined, env: Readonly<Record<string, string>> = {}) {
	const config = path.join(temporaryFolder(), 'config');
	writeFileSync(config, CONFIG);
	return configuredEndpoints(cliProfile, {locations: {config, credentials: `${config}-none`}, env});
}

test.each([
	[
		'the services section wins over the endpoint for all',
		'admin',
		{},
		{iam: 'http://127.0.0.1:1/', rolesanywhere: 'http://127.0.0.1:1/', sts: 'http://127.0.0.1:2/'},
	],
	[
		'a variable of a service wins over the profile',
		'admin',
		{AWS_ENDPOINT_URL_STS: 'http://127.0.0.1:4/'},
		{iam: 'http://127.0.0.1:1/', rolesanywhere: 'http://127.0.0.1:1/', sts: 'http://127.0.0.1:4/'},
	],
	[
		'the variable for all wins over the profile',
		'admin',
		{AWS_ENDPOINT_URL: 'http://127.0.0.1:5/'},
		{iam: 'http://127.0.0.1:5/', rolesanywhere: 'http://127.0.0.1:5/', sts: 'http://127.0.0.1:5/'},
	],
	['the variable that turns them off wins over all', 'admin', {AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true'}, {}],
	['a profile can turn them off', 'turned-off', {}, {}],
	['a profile without any has none', 'plain', {}, {}],
	['a profile that is not there has none', 'nobody', {}, {}],
] as const)('%s', async (_case, cliProfile, env, expected) => {
	expect(await endpointsIn(cliProfile, env)).toEqual(expected);
});

test('without a name, AWS_PROFILE says which profile', async () => {
	expect(await endpointsIn(undefined, {AWS_PROFILE: 'admin'})).toMatchObject({sts: 'http://127.0.0.1:2/'});
	expect(await endpointsIn(undefined)).toEqual({});
});
