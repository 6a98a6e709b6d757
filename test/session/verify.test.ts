import {sign, X509Certificate} from 'node:crypto';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {canonicalRequest, encodeQuery, type Header, sha256Hex} from '../../src/session/canonical-request.ts';
import {
	type SigningIdentity,
	scopeOf,
	signRequest,
	stringToSign,
	type UnsignedRequest,
} from '../../src/session/sign.ts';
import {type ReceivedRequest, verifySessionSignature} from '../../src/session/verify.ts';
import {issueForTest, makeTestKeys} from '../support/certificates.ts';
import {bodyRequest, common, ecIdentity, queryRequest, rsaIdentity, vectorIssuers} from '../support/vectors.ts';

const chained: SigningIdentity = {...ecIdentity, chain: [vectorIssuers.issuing]};

function send(request: UnsignedRequest, identity: SigningIdentity, at = common.at): ReceivedRequest {
	const {method, path, rawQuery, body} = request;
	return {method, rawPath: path, rawQuery, headers: signRequest(request, identity, at), body};
}

function judge(received: ReceivedRequest, at = common.at, region = common.region) {
	const {signature} = verifySessionSignature(received, at, region);
	return signature.isValid ? 'valid' : signature.reason;
}

/** The request with one header line's value changed. */
function withHeader(received: ReceivedRequest, name: string, change: (value: string) => string): ReceivedRequest {
	const headers = received.headers.map(
		([candidate, value]): Header => [candidate, candidate === name ? change(value) : value],
	);
	return {...received, headers};
}

/** Every text that differs from this one in one character: another, none, or one more. */
function* tampered(text: string): Generator<string> {
	for (let index = 0; index < text.length; index++) {
		const code = text.charCodeAt(index);
		const others = [code ^ 1, code ^ 0x20, code === 0x41 ? 0x42 : 0x41].map(other => String.fromCharCode(other));
		for (const other of [...others, '', `${text.charAt(index)}A`]) {
			yield text.slice(0, index) + other + text.slice(index + 1);
		}
	}
}

describe.each([
	['ECDSA, ARNs in the query, a chain', queryRequest, chained],
	['RSA, ARNs in the body', bodyRequest, rsaIdentity],
])('a request that was changed after signing (%s)', (_kind, request, identity) => {
	const sent = send(request, identity);

	test('is accepted before', () => {
		expect(judge(sent)).toBe('valid');
	});

	const elements: readonly (readonly [string, (changed: string) => ReceivedRequest, string])[] = [
		['method', changed => ({...sent, method: changed}), sent.method],
		['path', changed => ({...sent, rawPath: changed}), sent.rawPath],
		['query', changed => ({...sent, rawQuery: changed}), sent.rawQuery],
		['body', changed => ({...sent, body: Buffer.from(changed, 'latin1')}), Buffer.from(sent.body).toString('latin1')],
		...sent.headers.map(
			([name, value]) => [name, (changed: string) => withHeader(sent, name, () => changed), value] as const,
		),
	];

	test.each(elements)('is refused when any character of its %s was', (_element, change, text) => {
		const accepted = [...tampered(text)].filter(changed => judge(change(changed)) === 'valid');

		// A space after a comma separates the parts of Authorization, and means nothing.
		expect(accepted.filter(changed => changed.replaceAll(', ', ',') !== text.replaceAll(', ', ','))).toEqual([]);
	});

	test('is refused when a signed header was taken away, or doubled', () => {
		for (const header of sent.headers) {
			const others = sent.headers.filter(candidate => candidate !== header);
			expect(judge({...sent, headers: others}), `without ${header[0]}`).not.toBe('valid');
			expect(judge({...sent, headers: [...sent.headers, header]}), `twice ${header[0]}`).not.toBe('valid');
			expect(judge({...sent, headers: [[header[0], 'x'], ...sent.headers]}), `before ${header[0]}`).not.toBe('valid');
		}
	});

	test('is refused when something was added to it', () => {
		expect(judge({...sent, rawQuery: `${sent.rawQuery}&durationSeconds=43200`})).not.toBe('valid');
		expect(judge({...sent, rawQuery: `${sent.rawQuery}&`})).not.toBe('valid');
		expect(judge({...sent, body: Buffer.concat([sent.body, Buffer.from(' ')])})).not.toBe('valid');
	});
});

describe('a body', () => {
	test('that says the same in other bytes is refused', () => {
		const sent = send(bodyRequest, rsaIdentity);
		const again = JSON.stringify(JSON.parse(Buffer.from(sent.body).toString()), undefined, 1);

		expect(judge({...sent, body: Buffer.from(again)})).toBe('the signature does not verify');
	});
});

describe('a chain header', () => {
	test('that was added unsigned is refused', () => {
		const sent = send(queryRequest, ecIdentity);
		const chain: Header = ['X-Amz-X509-Chain', Buffer.from(vectorIssuers.issuing).toString('base64')];

		expect(judge({...sent, headers: [...sent.headers, chain]})).toBe(
			'x-amz-x509-chain is not among the signed headers',
		);
	});

	test.each(['', ',', 'AAAA,', 'AAAA AAAA', 'AAA', 'AAB='])('of "%s" is refused though signed', value => {
		expect(judge(resign({headers: [['x-amz-x509-chain', value]]}))).toBe(
			'X-Amz-X509-Chain is not a list of base64 texts',
		);
	});

	test('is handed on in its order', async () => {
		const {chain} = verifySessionSignature(
			send(queryRequest, {...ecIdentity, chain: [vectorIssuers.root, vectorIssuers.issuing]}),
			common.at,
			common.region,
		);

		expect(chain.map(der => new X509Certificate(der).subject)).toEqual([
			'O=Vector\nCN=Vector Root',
			'O=Vector\nCN=Vector Issuing',
		]);
	});
});

describe('the time of a request', () => {
	test.each([
		[-300_000, 'valid'],
		[300_000, 'valid'],
		[-301_000, 'X-Amz-Date 20260315T123456Z is more than five minutes from 20260315T122955Z'],
		[301_000, 'X-Amz-Date 20260315T123456Z is more than five minutes from 20260315T123957Z'],
	])('%d ms from the clock is judged "%s"', (offset, verdict) => {
		expect(judge(send(queryRequest, ecIdentity), new Date(common.at.getTime() + offset))).toBe(verdict);
	});

	test('changes the scope at midnight UTC', () => {
		const scopes = ['2026-03-15T23:59:59Z', '2026-03-16T00:00:00Z'].map(at => {
			const sent = send(queryRequest, ecIdentity, new Date(at));
			expect(judge(sent, new Date('2026-03-16T00:00:00Z'))).toBe('valid');
			return /Credential=\d+\/(\d{8})/.exec(sent.headers.at(-1)?.[1] ?? '')?.[1];
		});

		expect(scopes).toEqual(['20260315', '20260316']);
	});

	test.each(['20260230T123456Z', '20260315T123456', '2026-03-15T12:34:56Z', '20260315T123456+', '20260315T123460Z'])(
		'%s is no time',
		date => {
			expect(judge(resign({date}))).toBe('X-Amz-Date is not of the form YYYYMMDDTHHMMSSZ');
		},
	);
});

describe('a request that is signed, but not as it must be', () => {
	test.each([
		['a scope of another region', {scope: '20260315/eu-west-1/rolesanywhere/aws4_request'}, /^the scope is not/],
		['a scope of another day', {scope: '20260314/us-east-1/rolesanywhere/aws4_request'}, /^the scope is not/],
		['a scope of another service', {scope: '20260315/us-east-1/sts/aws4_request'}, /^the scope is not/],
		['a serial number in hex', {serial: '8d3c5f0a1b2c4d6e7f8090a1b2c3d4e5'}, /^Authorization is/],
		['the digits of another serial number', {serial: '4096'}, /^the credential is not/],
		['a serial number with a leading zero', {serial: `0${ecIdentity.serial}`}, /^the credential is not/],
		['the algorithm of another kind of key', {token: 'AWS4-X509-RSA-SHA256'}, /^the algorithm does not fit/],
		['an algorithm that does not exist', {token: 'AWS4-X509-ECDSA-SHA384'}, /^the algorithm does not fit/],
		['a P1363 signature', {dsaEncoding: 'ieee-p1363'} as const, /^the signature does not verify/],
		['a signature in capital letters', {toHex: upperHex}, /^Authorization is/],
		['half a byte more of signature', {toHex: (bytes: Buffer) => `${bytes.toString('hex')}0`}, /^Authorization is/],
		['host left unsigned', {unsigned: 'host'}, /^host is not among/],
		['the date left unsigned', {unsigned: 'x-amz-date'}, /^x-amz-date is not among/],
		['the certificate left unsigned', {unsigned: 'x-amz-x509'}, /^x-amz-x509 is not among/],
		['signed headers out of order', {reversed: true}, /^the signed headers are not listed in order/],
		['a parameter twice', {rawQuery: 'roleArn=a&roleArn=b'}, /^a query parameter is repeated/],
	])('is refused: %s', (_what, differsBy, reason) => {
		expect(judge(resign(differsBy))).toMatch(reason);
	});

	test('may leave content-type unsigned, as clients in the field do', () => {
		expect(judge(resign({unsigned: 'content-type'}))).toBe('valid');
	});

	test.each(['', 'AAAA', '%%%', 'MIIB\nMIIB'])('is refused with "%s" for a certificate', value => {
		const sent = withHeader(send(queryRequest, ecIdentity), 'x-amz-x509', () => value);

		expect(judge(sent)).toMatch(/^X-Amz-X509 /);
	});

	test('is refused with a certificate for an RSA-PSS key', async () => {
		const {der, certificate, privateKey} = await issueForTest({algorithm: 'rsa-pss'});

		expect(() => signRequest(queryRequest, {certificate: der, serial: '1', chain: [], privateKey}, common.at)).toThrow(
			'takes no signatures made with a key of type rsa-pss',
		);
		const sent = resign({
			certificate: der,
			serial: certificate.serial.decimal,
			token: 'AWS4-X509-RSA-SHA256',
			privateKey,
		});
		expect(judge(sent)).toBe("the algorithm does not fit the certificate's key");
	});

	test('is refused when another key signed it', async () => {
		const {privateKey} = await makeTestKeys('p256');

		expect(judge(send(queryRequest, {...ecIdentity, privateKey}))).toBe('the signature does not verify');
	});
});

describe('every kind of key that can be issued', () => {
	test.each(['p256', 'p384', 'p521', 'rsa2048', 'rsa3072', 'rsa4096'] as const)(
		'signs and verifies: %s',
		async algorithm => {
			const {der, certificate, privateKey} = await issueForTest({algorithm});
			const identity = {certificate: der, serial: certificate.serial.decimal, chain: [], privateKey};

			expect(judge(send(queryRequest, identity))).toBe('valid');
		},
	);
});

describe('hostile requests', () => {
	test('never make it throw', () => {
		const text = fc.string({unit: 'binary', maxLength: 40});
		const name = fc.constantFrom('host', 'authorization', 'x-amz-date', 'X-Amz-X509', 'x-amz-x509-chain');
		fc.assert(
			fc.property(
				text,
				text,
				text,
				fc.array(fc.tuple(name, text)),
				fc.uint8Array(),
				(method, rawPath, rawQuery, headers, body) => {
					expect(judge({method, rawPath, rawQuery, headers, body})).not.toBe('valid');
				},
			),
		);
	});
});

interface Differs {
	readonly certificate?: Uint8Array;
	readonly privateKey?: SigningIdentity['privateKey'];
	readonly serial?: string;
	readonly token?: string;
	readonly scope?: string;
	readonly date?: string;
	readonly rawQuery?: string;
	readonly headers?: readonly Header[];
	readonly unsigned?: string;
	readonly reversed?: boolean;
	readonly dsaEncoding?: 'ieee-p1363' | 'der';
	readonly toHex?: (signature: Buffer) => string;
}

/** A request that another client signed well, but for one thing. */
function resign({
	certificate = ecIdentity.certificate,
	privateKey = ecIdentity.privateKey,
	serial = ecIdentity.serial,
	token = 'AWS4-X509-ECDSA-SHA256',
	date = '20260315T123456Z',
	scope = scopeOf(date, common.region),
	rawQuery = encodeQuery(common.arns),
	headers: more = [],
	unsigned,
	reversed = false,
	dsaEncoding = 'der',
	toHex = bytes => bytes.toString('hex'),
}: Differs): ReceivedRequest {
	const headers: Header[] = [
		['content-type', 'application/json'],
		['host', common.host],
		['x-amz-date', date],
		['x-amz-x509', Buffer.from(certificate).toString('base64')],
		...more,
	];
	const names = headers.map(([name]) => name).filter(name => name !== unsigned);
	const signedHeaders = reversed ? names.toReversed() : names;
	const {path, body} = queryRequest;
	const canonical = canonicalRequest({
		method: 'POST',
		path,
		rawQuery,
		headers,
		signedHeaders,
		payloadHash: sha256Hex(body),
	});
	const message = Buffer.from(stringToSign({token, date, scope, canonicalRequest: canonical}));
	const signature = toHex(sign('sha256', message, {key: privateKey, dsaEncoding}));
	const authorization = `${token} Credential=${serial}/${scope}, SignedHeaders=${signedHeaders.join(';')}, Signature=${signature}`;
	return {method: 'POST', rawPath: path, rawQuery, headers: [...headers, ['authorization', authorization]], body};
}

function upperHex(bytes: Buffer): string {
	return bytes.toString('hex').toUpperCase();
}
