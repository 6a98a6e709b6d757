import {describe, expect, test} from 'vitest';
import {proxyAuthorization, proxyFor} from '../../src/aws/proxy.ts';

const HTTPS = 'https://rolesanywhere.us-east-1.amazonaws.com/sessions';
const HTTP = 'http://rehearsal.example.com:8080/sessions';
const both = {HTTPS_PROXY: 'http://one.example.com:3128', HTTP_PROXY: 'http://two.example.com:3128'};

describe('the proxy for an address', () => {
	test.each([
		[HTTPS, {}, undefined],
		[HTTPS, both, 'http://one.example.com:3128'],
		[HTTP, both, 'http://two.example.com:3128'],
		[HTTPS, {HTTP_PROXY: 'http://two.example.com:3128'}, undefined],
		[HTTPS, {...both, https_proxy: 'http://lower.example.com'}, 'http://lower.example.com'],
		[HTTPS, {...both, https_proxy: ''}, 'http://one.example.com:3128'],
		[HTTPS, {HTTPS_PROXY: 'one.example.com:3128'}, 'http://one.example.com:3128'],
		[HTTPS, {HTTPS_PROXY: 'https://one.example.com'}, 'https://one.example.com'],
		['http://127.0.0.1:4321/', both, undefined],
		['https://localhost/', both, undefined],
		['http://[::1]:4321/', both, undefined],
	])('%s with %o is %s', (address, env, origin) => {
		expect(proxyFor(new URL(address), env)?.origin).toBe(origin);
	});

	test.each(['socks5://one.example.com', 'http://', '::', 'http://user:secret@:1'])('cannot be "%s"', value => {
		expect(() => proxyFor(new URL(HTTPS), {HTTPS_PROXY: value})).toThrow(
			/^HTTPS_PROXY is no address of an http or https proxy\.$/,
		);
	});
});

describe('NO_PROXY', () => {
	test.each([
		['*', true],
		['rolesanywhere.us-east-1.amazonaws.com', true],
		['amazonaws.com', true],
		['.amazonaws.com', true],
		['*.amazonaws.com', true],
		['AMAZONAWS.COM', true],
		['example.com, .amazonaws.com', true],
		['example.com amazonaws.com', true],
		['amazonaws.com:443', true],
		['amazonaws.com:8443', false],
		['onaws.com', false],
		['us-east-1.amazonaws.com.example.com', false],
		['.', false],
		['', false],
	])('%s exempts the endpoint: %s', (noProxy, isExempt) => {
		expect(proxyFor(new URL(HTTPS), {...both, NO_PROXY: noProxy}) === undefined).toBe(isExempt);
	});
});

test('a proxy is told the user of its address, decoded', () => {
	expect(proxyAuthorization(new URL('http://me:p%40ss%3A@proxy.example.com'))).toEqual({
		'proxy-authorization': `Basic ${Buffer.from('me:p@ss:').toString('base64')}`,
	});
	expect(proxyAuthorization(new URL('http://proxy.example.com'))).toEqual({});
});
