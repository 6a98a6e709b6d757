import type {KeyObject} from 'node:crypto';
import {Certificate} from '../pki/certificate/certificate.ts';
import {canonicalRequest, type Header, sha256Hex} from './canonical-request.ts';
import {amzDate, scopeOf, stringToSign} from './sign.ts';
import {signingAlgorithmOf} from './signing-algorithm.ts';

/** A request exactly as it came off the wire. */
export interface ReceivedRequest {
	readonly method: string;
	readonly rawPath: string;
	/** What stands after the `?`, or empty. */
	readonly rawQuery: string;
	/** Each header line of its own, repeated ones too. */
	readonly headers: readonly Header[];
	readonly body: Uint8Array;
}

/** Whether a request is signed by the key of the certificate that it carries; the reason is for our own eyes. */
export type SignatureVerdict = {readonly isValid: true} | {readonly isValid: false; readonly reason: string};

/** The certificates that a request carries, as DER; what is not even base64 is left out. */
export interface ReceivedCertificates {
	readonly certificate: Uint8Array | undefined;
	readonly chain: readonly Uint8Array[];
}

/** How far a request's date may be from the clock, either way. Our choice, as for other AWS services: the real figure is undocumented (WIRE-18). */
export const CLOCK_TOLERANCE_MS = 5 * 60_000;

/** The headers that give a request its meaning: each is signed, and there once, or the request is refused (WIRE-04). */
const ALWAYS_SIGNED = ['host', 'x-amz-date', 'x-amz-x509'];
const CHAIN = 'x-amz-x509-chain';

interface Authorization {
	readonly token: string;
	readonly serial: string;
	readonly scope: string;
	readonly signedHeaders: readonly string[];
	readonly signature: Uint8Array;
}

/**
 * The service's side of CreateSession: judges the signature over the request as received.
 *
 * Any byte changed after signing in the method, path, query, a signed header, the body or the
 * signature makes it invalid. Never throws, whatever the bytes.
 *
 * @param region - The region that the scope must name.
 */
export function verifySessionSignature(
	received: ReceivedRequest,
	at: Date,
	region: string,
): ReceivedCertificates & {readonly signature: SignatureVerdict} {
	const certificate = decodeBase64(soleHeader(received, 'x-amz-x509') ?? '');
	const chainTexts = received.headers.flatMap(([name, value]) =>
		name.toLowerCase() === CHAIN ? value.split(',').map(part => part.trim()) : [],
	);
	const chain = chainTexts.map(decodeBase64);
	const readable = chain.filter(der => der !== undefined);
	const reason =
		readable.length < chain.length
			? 'X-Amz-X509-Chain is not a list of base64 texts'
			: findFault(received, {certificate, at, region});
	return {
		certificate,
		chain: readable,
		signature: reason === undefined ? {isValid: true} : {isValid: false, reason},
	};
}

/** Why the signature is not valid, or undefined when it is. */
function findFault(
	received: ReceivedRequest,
	{certificate, at, region}: {readonly certificate: Uint8Array | undefined; readonly at: Date; readonly region: string},
): string | undefined {
	if (!certificate) {
		return 'X-Amz-X509 is missing, repeated or not base64';
	}

	const signer = readSigner(certificate);
	if (!signer) {
		return 'X-Amz-X509 holds no certificate with a usable key';
	}

	const authorization = parseAuthorization(soleHeader(received, 'authorization') ?? '');
	if (!authorization) {
		return 'Authorization is missing, repeated or malformed';
	}

	return (
		findUnsignedHeader(received, authorization) ??
		findRepeatedParameter(received.rawQuery) ??
		findWrongDate(received, at) ??
		findWrongCredential(authorization, signer.serial, scopeOf(soleHeader(received, 'x-amz-date') ?? '', region)) ??
		findWrongSignature(received, authorization, signer.publicKey)
	);
}

/** Signed headers are listed sorted and once, hold what must be signed, and stand in the request once. */
function findUnsignedHeader({headers}: ReceivedRequest, {signedHeaders}: Authorization): string | undefined {
	const received = headers.map(([name]) => name.toLowerCase());
	const required = received.includes(CHAIN) ? [...ALWAYS_SIGNED, CHAIN] : ALWAYS_SIGNED;
	const unsigned = required.find(name => !signedHeaders.includes(name));
	if (unsigned !== undefined) {
		return `${unsigned} is not among the signed headers`;
	}

	if (signedHeaders.some((name, index) => name <= (signedHeaders[index - 1] ?? ''))) {
		return 'the signed headers are not listed in order';
	}

	const unclear = signedHeaders.find(name => received.filter(candidate => candidate === name).length !== 1);
	return unclear === undefined ? undefined : `${unclear} is signed but not there exactly once`;
}

/** The canonical form sorts parameters, so it cannot tell which of two of the same name came first. */
function findRepeatedParameter(rawQuery: string): string | undefined {
	const names = rawQuery.split('&').map(pair => pair.split('=')[0]);
	return new Set(names).size === names.length ? undefined : 'a query parameter is repeated';
}

function findWrongDate(received: ReceivedRequest, at: Date): string | undefined {
	const text = soleHeader(received, 'x-amz-date') ?? '';
	const date = parseAmzDate(text);
	if (!date) {
		return 'X-Amz-Date is not of the form YYYYMMDDTHHMMSSZ';
	}

	return Math.abs(date.getTime() - at.getTime()) > CLOCK_TOLERANCE_MS
		? `X-Amz-Date ${text} is more than five minutes from ${amzDate(at)}`
		: undefined;
}

function findWrongCredential({serial, scope}: Authorization, due: string, dueScope: string): string | undefined {
	if (serial !== due) {
		return "the credential is not the certificate's serial number in decimal";
	}

	return scope === dueScope ? undefined : `the scope is not ${dueScope}`;
}

function findWrongSignature(
	received: ReceivedRequest,
	{token, scope, signedHeaders, signature}: Authorization,
	publicKey: KeyObject,
): string | undefined {
	const algorithm = signingAlgorithmOf(publicKey);
	if (algorithm?.token !== token) {
		return "the algorithm does not fit the certificate's key";
	}

	const {method, rawPath, rawQuery, headers, body} = received;
	const message = stringToSign({
		token,
		date: soleHeader(received, 'x-amz-date') ?? '',
		scope,
		canonicalRequest: canonicalRequest({
			method,
			path: rawPath,
			rawQuery,
			headers,
			signedHeaders,
			payloadHash: sha256Hex(body),
		}),
	});
	return algorithm.verify(Buffer.from(message), publicKey, signature) ? undefined : 'the signature does not verify';
}

const AUTHORIZATION =
	/^(AWS4-X509-[A-Z0-9-]+) Credential=([0-9]+)\/([^,\s]+), *SignedHeaders=([a-z0-9;-]+), *Signature=((?:[0-9a-f]{2})+)$/;

function parseAuthorization(text: string): Authorization | undefined {
	const match = AUTHORIZATION.exec(text);
	if (!match) {
		return undefined;
	}

	const [, token = '', serial = '', scope = '', signedHeaders = '', signature = ''] = match;
	return {token, serial, scope, signedHeaders: signedHeaders.split(';'), signature: Buffer.from(signature, 'hex')};
}

/** The instant that an X-Amz-Date names; undefined for any other text, the 30th of February included. */
function parseAmzDate(text: string): Date | undefined {
	const iso = text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
	const date = new Date(iso);
	return iso !== text && !Number.isNaN(date.getTime()) && amzDate(date) === text ? date : undefined;
}

/** The bytes of standard base64 with padding and nothing else in it; undefined for any other text. */
function decodeBase64(text: string): Uint8Array | undefined {
	const bytes = Buffer.from(text, 'base64');
	return bytes.length > 0 && bytes.toString('base64') === text ? bytes : undefined;
}

function readSigner(der: Uint8Array): {readonly serial: string; readonly publicKey: KeyObject} | undefined {
	const certificate = Certificate.read(der);
	const key = certificate.ok ? certificate.value.publicKey.toKeyObject() : undefined;
	return certificate.ok && key?.ok ? {serial: certificate.value.serial.decimal, publicKey: key.value} : undefined;
}

/** The value of a header that is there exactly once. */
function soleHeader({headers}: ReceivedRequest, name: string): string | undefined {
	const [value, ...others] = headers.flatMap(([candidate, text]) => (candidate.toLowerCase() === name ? [text] : []));
	return others.length === 0 ? value : undefined;
}
