import {X509Certificate} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {canonicalRequest, sha256Hex} from '../../src/session/canonical-request.ts';
import {scopeOf, signRequest, stringToSign} from '../../src/session/sign.ts';
import {signingAlgorithmOf} from '../../src/session/signing-algorithm.ts';
import {verifySessionSignature} from '../../src/session/verify.ts';
import {
	bodyRequest,
	common,
	ecIdentity,
	queryRequest,
	rsaIdentity,
	vectorFile,
	vectorIssuers,
} from '../support/vectors.ts';

const QUERY =
	'profileArn=arn%3Aaws%3Arolesanywhere%3Aus-east-1%3A123456789012%3Aprofile%2Faaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee&roleArn=arn%3Aaws%3Aiam%3A%3A123456789012%3Arole%2Fapp%2FUploader&trustAnchorArn=arn%3Aaws%3Arolesanywhere%3Aus-east-1%3A123456789012%3Atrust-anchor%2F11111111-2222-4333-8444-555555555555';
const QUERY_BODY_HASH = '1a15f67f6619aa540b13e9a4c37d149fb2c9bdea25d82b73a3878826694dfe27';
const WITHOUT_CHAIN = 'content-type;host;x-amz-date;x-amz-x509';

const vectors = [
	{
		title: 'V1, ECDSA with the ARNs in the query',
		request: queryRequest,
		identity: ecIdentity,
		token: 'AWS4-X509-ECDSA-SHA256',
		query: QUERY,
		bodyHash: QUERY_BODY_HASH,
		signedHeaders: WITHOUT_CHAIN,
		canonical: {length: 1030, hash: 'dee89b58028b1b7930442de031ca48c1a5f3258072e4a29ae30c436d0ec09f91'},
		toSignHash: 'cd80df45d0e6eca75f3f2799d652d28b382087f459fc575f3a21f8540ea0e8e1',
		signature:
			'3044022011d2723a3872dbd0dd0747d1f8d971fd40c9f5547633ff7108ec2388a417da2202205af6e7200491d3f9498618a4943592545f8a431589bd1d5b7d39205697dacdbd',
		isRepeatable: false,
	},
	{
		title: 'V2, ECDSA with the issuing CA in the chain header',
		request: queryRequest,
		identity: {...ecIdentity, chain: [vectorIssuers.issuing]},
		token: 'AWS4-X509-ECDSA-SHA256',
		query: QUERY,
		bodyHash: QUERY_BODY_HASH,
		signedHeaders: `${WITHOUT_CHAIN};x-amz-x509-chain`,
		canonical: {length: 1549, hash: 'aec880e201277d60011edda7632c8d6e5db9174b81a8309d41ee350ebb9b00fc'},
		toSignHash: '43a954b69ca7f66f6b9bd32355aa6721a202a7189fa67f44ae07fc26a4188ad2',
		signature:
			'3045022057bc7317939c4258032ab24fcb3c513f4f6f95f7c47418920cbea875e71145a6022100c66a05b6a2ac7328263564069082c37556f59fb9a5d5a01036b69cc28351ca40',
		isRepeatable: false,
	},
	{
		title: 'V3, RSA with the ARNs in the query',
		request: queryRequest,
		identity: rsaIdentity,
		token: 'AWS4-X509-RSA-SHA256',
		query: QUERY,
		bodyHash: QUERY_BODY_HASH,
		signedHeaders: WITHOUT_CHAIN,
		canonical: {length: 1278, hash: '449c5bc978f50a41553d64c568a4bc16c83c89148b8b794f85f8fb2e9d3f1748'},
		toSignHash: 'a9229ca4e9ba91315345be8dcbb06c1c22453516a55c4345339671a30071031b',
		signature:
			'5223c9ddb49dc4e7a13af07c371698642e27625732d7e4725eabb985d346eb8632118171f295ef6b1cfa8ab8248e133e1e28ca3f54a6b8862ed4cb4db29d9fe1d469148fe2b2ea5dae92dd4155dc3fb94aafab2f4dc9f5820ff09b4c1cb7fe6e32988266b6024651714dbf5f9bedb3ada5da826b3105ab216e2eb7a0ecbcfc92f10270580e0a0a68d038eb757adbf08eba6f5d72a8fdb442f7d11ef570f1eb62e9e20255522f7896ae7948d1f968eabbaf05e8131482ded630d0c5a5dc3eac25a2cd404a3ff0fd706c6333a18aef5b6e347695cfdf4ff38cd50a8cc9419eae3132ae373cad2218d5e332b1fa02ae1bc9ef461a292166fe7e35436639d3c2168e',
		isRepeatable: true,
	},
	{
		title: 'V4, RSA with the ARNs and a session name in the body',
		request: bodyRequest,
		identity: rsaIdentity,
		token: 'AWS4-X509-RSA-SHA256',
		query: '',
		bodyHash: '8cb572f3e7aa56aa5de7d7c48d0ff14cf49131ed804b117063d15e92675ca690',
		signedHeaders: WITHOUT_CHAIN,
		canonical: {length: 978, hash: 'cf21682fe04665159825cb4bba2bbdb4af286f9c251610ae25ac5d83aa5cc94f'},
		toSignHash: 'ca4973f75d2700d662a05691e51f8e3e6210087f3a253c4623c3446eb469cb09',
		signature:
			'04a19840fb699833dc819730b1b4344971f1e168a52f36976f45cf805b20e5ae19f0fa3593786d6f4f36f0f7fe71b95b1806b94f610a186891b90c4a3d39ad651afb1efd2a69f0beda5c32fe6fb082c293e54cd33b532c6d7aadc2a61aaddaa82019f0cdd89c2421c2a020488f0a7f91514666c464d7b362ebfaf85a1aa6dbc4121a687f5f3e270b7c0456bccae1669fde19a4d85997b50213041f8585042bdda645de88f763e42bdbc1f969c36726d7d912d67e99f21f43e14b72bc0f0ed62aabd6834173b6f6ceb382a2a7a9f8eab88bb5ce726ed004fb6257961cf7678b4d0d5d2045b3406d437733c2a7528b22d6149d8302fe19bad86a4df06b1c4fd9e0',
		isRepeatable: true,
	},
];

describe.each(vectors)('test vector $title', vector => {
	const {request, identity, token, signature, signedHeaders} = vector;
	const signed = signRequest(request, identity, common.at);
	const authorization = signed.find(([name]) => name === 'authorization')?.[1] ?? '';
	const canonical = canonicalRequest({
		...request,
		headers: signed,
		signedHeaders: signedHeaders.split(';'),
		payloadHash: sha256Hex(request.body),
	});
	const toSign = stringToSign({
		token,
		date: '20260315T123456Z',
		scope: scopeOf('20260315T123456Z', common.region),
		canonicalRequest: canonical,
	});
	const credential = `${token} Credential=${identity.serial}/20260315/us-east-1/rolesanywhere/aws4_request, SignedHeaders=${signedHeaders}, Signature=`;

	test('has the canonical request', () => {
		expect(request.rawQuery).toBe(vector.query);
		expect(sha256Hex(request.body)).toBe(vector.bodyHash);
		expect({length: Buffer.byteLength(canonical), hash: sha256Hex(canonical)}).toEqual(vector.canonical);
	});

	test('has the string to sign', () => {
		expect(toSign).toBe(
			`${token}\n20260315T123456Z\n20260315/us-east-1/rolesanywhere/aws4_request\n${vector.canonical.hash}`,
		);
		expect(sha256Hex(toSign)).toBe(vector.toSignHash);
	});

	test('has the Authorization header', () => {
		expect(authorization.slice(0, credential.length)).toBe(credential);
		expect(authorization.slice(credential.length)).toMatch(/^[0-9a-f]+$/);
		if (vector.isRepeatable) {
			expect(authorization).toBe(`${credential}${signature}`);
		}
	});

	test.each([
		['the printed signature', `${credential}${signature}`],
		['our own signature', authorization],
	])('%s verifies', (_whose, header) => {
		const {publicKey} = new X509Certificate(identity.certificate);
		const bytes = Buffer.from(header.slice(credential.length), 'hex');
		expect(signingAlgorithmOf(publicKey)?.verify(Buffer.from(toSign), publicKey, bytes)).toBe(true);

		const headers = signed.map(([name, value]) => [name, name === 'authorization' ? header : value] as const);
		const {method, path, rawQuery, body} = request;
		expect(verifySessionSignature({method, rawPath: path, rawQuery, headers, body}, common.at, common.region)).toEqual({
			certificate: Buffer.from(identity.certificate),
			chain: identity.chain.map(der => Buffer.from(der)),
			signature: {isValid: true},
		});
	});
});

test('the canonical request of V1 is the one in print', () => {
	const signed = signRequest(queryRequest, ecIdentity, common.at);

	expect(
		canonicalRequest({
			...queryRequest,
			headers: signed,
			signedHeaders: WITHOUT_CHAIN.split(';'),
			payloadHash: QUERY_BODY_HASH,
		}),
	).toBe(readFileSync(vectorFile('v1-canonical-request.txt'), 'utf8'));
});
