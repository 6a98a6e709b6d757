import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {canonicalRequest, encodeQuery} from '../../src/session/canonical-request.ts';
import {signRequest} from '../../src/session/sign.ts';
import {common, ecIdentity, queryRequest, rsaIdentity, vectorIssuers} from '../support/vectors.ts';

const headersOf = (identity = ecIdentity) => new Map(signRequest(queryRequest, identity, common.at));

describe('a signed request', () => {
	test('never has an empty chain header', () => {
		expect([...headersOf({...ecIdentity, chain: []}).keys()]).toEqual([
			'content-type',
			'host',
			'x-amz-date',
			'x-amz-x509',
			'authorization',
		]);
	});

	test('takes five intermediate certificates and no more', () => {
		const chain = (length: number) => Array.from({length}, () => vectorIssuers.issuing);

		expect(
			headersOf({...ecIdentity, chain: chain(5)})
				.get('x-amz-x509-chain')
				?.split(','),
		).toHaveLength(5);
		expect(() => headersOf({...ecIdentity, chain: chain(6)})).toThrow('takes at most 5');
	});

	test.each([
		['ECDSA', ecIdentity],
		['RSA', rsaIdentity],
	])('has its serial number in decimal and its signature in lowercase hex: %s', (_kind, identity) => {
		expect(headersOf(identity).get('authorization')).toMatch(/ Credential=[0-9]+\/.* Signature=[0-9a-f]+$/);
	});
});

describe('a query', () => {
	test('is sorted, with spaces as %20 and capital hex digits', () => {
		expect(encodeQuery({roleArn: 'a:b/c', profileArn: "d e+f*'()!", b: '', 'B!': 'ü~-_.'})).toBe(
			'B%21=%C3%BC~-_.&b=&profileArn=d%20e%2Bf%2A%27%28%29%21&roleArn=a%3Ab%2Fc',
		);
	});

	test('keeps every text whole', () => {
		fc.assert(
			fc.property(fc.dictionary(fc.string({unit: 'grapheme'}), fc.string({unit: 'grapheme'})), parameters => {
				const encoded = encodeQuery(parameters);
				const read = Object.fromEntries(
					encoded
						.split('&')
						.filter(Boolean)
						.map(pair => pair.split('=').map(decodeURIComponent)),
				);

				expect(read).toEqual({...parameters});
				expect(encoded).toMatch(/^[A-Za-z0-9\-_.~%&=]*$/);
				expect(encoded).not.toMatch(/%[0-9A-F]?[a-f]/);
			}),
		);
	});
});

test('a canonical request trims header values, shortens runs of spaces, joins repeated headers and encodes the path again', () => {
	expect(
		canonicalRequest({
			method: 'GET',
			path: '/a%20b/c:d',
			rawQuery: 'b&a=2&a=1&%41=',
			headers: [
				['X-Two', ' 1  2 '],
				['Host', 'example.com'],
				['x-two', '3\t'],
			],
			signedHeaders: ['host', 'x-two'],
			payloadHash: 'hash',
		}),
	).toBe('GET\n/a%2520b/c%3Ad\n%41=&a=1&a=2&b=\nhost:example.com\nx-two:1 2,3\n\nhost;x-two\nhash');
});
