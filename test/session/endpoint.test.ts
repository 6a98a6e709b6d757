import {describe, expect, test} from 'vitest';
import {findEndpoint} from '../../src/session/endpoint.ts';

const fips = {AWS_USE_FIPS_ENDPOINT: 'true'};
const dualStack = {AWS_USE_DUALSTACK_ENDPOINT: 'True'};

describe('the endpoint of a region', () => {
	test.each([
		['us-east-1', {}, 'https://rolesanywhere.us-east-1.amazonaws.com'],
		['us-east-1', fips, 'https://rolesanywhere-fips.us-east-1.amazonaws.com'],
		['us-east-1', dualStack, 'https://rolesanywhere.us-east-1.api.aws'],
		['us-east-1', {...fips, ...dualStack}, 'https://rolesanywhere-fips.us-east-1.api.aws'],
		['us-gov-west-1', {...fips, ...dualStack}, 'https://rolesanywhere-fips.us-gov-west-1.api.aws'],
		['cn-north-1', {}, 'https://rolesanywhere.cn-north-1.amazonaws.com.cn'],
		['cn-north-1', dualStack, 'https://rolesanywhere.cn-north-1.api.amazonwebservices.com.cn'],
		['eusc-de-east-1', {}, 'https://rolesanywhere.eusc-de-east-1.amazonaws.eu'],
		['us-isof-east-1', {}, 'https://rolesanywhere.us-isof-east-1.csp.hci.ic.gov'],
		['us-east-1', {AWS_USE_FIPS_ENDPOINT: 'false'}, 'https://rolesanywhere.us-east-1.amazonaws.com'],
	])('%s with %o is %s', (region, env, origin) => {
		const {url, warnings} = findEndpoint({region, env});

		expect(url.origin).toBe(origin);
		expect(warnings).toEqual([]);
	});

	test('is tried with a warning where the service is not known to be', () => {
		const {url, warnings} = findEndpoint({region: 'eu-nova-1', env: fips});

		expect(url.origin).toBe('https://rolesanywhere-fips.eu-nova-1.amazonaws.com');
		expect(warnings).toEqual([
			'IAM Roles Anywhere is not known to be in eu-nova-1; trying all the same.',
			'IAM Roles Anywhere is not known to have a FIPS endpoint in eu-nova-1; trying all the same.',
		]);
	});

	test.each(['', 'us-east-1/x', 'evil.example.com#', 'US-EAST-1'])('is refused for the region "%s"', region => {
		expect(() => findEndpoint({region, env: {}})).toThrow('is not the name of an AWS region');
	});
});

describe('a custom endpoint', () => {
	const variables = {
		AWS_ENDPOINT_URL_ROLESANYWHERE: 'https://ours.example.com',
		AWS_ENDPOINT_URL: 'https://all.example.com',
	};

	test.each([
		['https://typed.example.com', variables, 'https://typed.example.com/'],
		[undefined, variables, 'https://ours.example.com/'],
		[undefined, {...variables, AWS_ENDPOINT_URL_ROLESANYWHERE: ''}, 'https://all.example.com/'],
		[
			undefined,
			{...variables, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true'},
			'https://rolesanywhere.us-east-1.amazonaws.com/',
		],
		['http://127.0.0.1:4321', {}, 'http://127.0.0.1:4321/'],
		['http://[::1]:4321/prefix', {}, 'http://[::1]:4321/prefix'],
	])('%s with %o is %s', (custom, env, href) => {
		const {url, warnings} = findEndpoint({region: 'us-east-1', custom, env});

		expect(url.href).toBe(href);
		expect(warnings).toEqual([]);
	});

	test('that is neither encrypted nor on this machine is warned of', () => {
		expect(findEndpoint({region: 'us-east-1', custom: 'http://rehearsal.example.com', env: {}}).warnings).toEqual([
			'Credentials come back unencrypted from http://rehearsal.example.com: anyone on the way can read them.',
		]);
	});

	test.each([
		'',
		'rolesanywhere.example.com',
		'ftp://example.com',
		'https://u:p@example.com',
		'https://example.com/?a',
	])('"%s" is refused', custom => {
		expect(() => findEndpoint({region: 'us-east-1', custom, env: {}})).toThrow('is no address of an endpoint');
	});

	test.each([
		[fips, 'AWS_USE_FIPS_ENDPOINT'],
		[dualStack, 'AWS_USE_DUALSTACK_ENDPOINT'],
	])('excludes %o', (env, variable) => {
		expect(() => findEndpoint({region: 'us-east-1', env: {...variables, ...env}})).toThrow(
			`AWS_ENDPOINT_URL_ROLESANYWHERE names an endpoint, and ${variable} asks for another kind of endpoint.`,
		);
	});
});
