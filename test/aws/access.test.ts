import {describe, expect, test} from 'vitest';
import {endpointsOf, isLoopback} from '../../src/aws/access.ts';

describe('endpointsOf', () => {
	test('takes the one for all', () => {
		const endpoint = 'http://127.0.0.1:4000';

		expect(endpointsOf({AWS_ENDPOINT_URL: endpoint})).toEqual({
			rolesanywhere: endpoint,
			iam: endpoint,
			sts: endpoint,
		});
	});

	test('prefers the one of the service', () => {
		expect(
			endpointsOf({AWS_ENDPOINT_URL: 'http://all.example.com', AWS_ENDPOINT_URL_IAM: 'http://iam.example.com'}),
		).toMatchObject({iam: 'http://iam.example.com', sts: 'http://all.example.com'});
	});

	test('is empty without variables, with empty ones, and when they are to be ignored', () => {
		expect(endpointsOf({})).toEqual({});
		expect(endpointsOf({AWS_ENDPOINT_URL: ''})).toEqual({});
		expect(
			endpointsOf({AWS_ENDPOINT_URL: 'http://all.example.com', AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true'}),
		).toEqual({});
	});
});

describe('isLoopback', () => {
	test.each([
		['http://127.0.0.1:4000', true],
		['http://127.9.9.9', true],
		['http://localhost:80', true],
		['http://[::1]:80', true],
		['https://rolesanywhere.us-east-1.amazonaws.com', false],
		['http://127.0.0.1.example.com', false],
		['not a url', false],
		[undefined, false],
	])('%s: %s', (endpoint, expected) => {
		expect(isLoopback(endpoint)).toBe(expected);
	});
});
